// CFetch: the only includer of curl.h. No varargs and no macros for Swift to miss.
#ifndef CFETCH_H
#define CFETCH_H

/// The version of libcurl that is linked, as "7.88.1".
const char *cfetch_version(void);

#endif
