// CMarkup
