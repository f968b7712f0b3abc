// CText
