// DirectorySync
