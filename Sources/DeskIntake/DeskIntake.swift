// DeskIntake: what newcomers send, as requests.
//
// Purpose: reads mails, mailboxes and form exports. Knows MIME, mbox, and the columns of forms (those of imports).
// Never: decides what somebody wants (`WishReader` proposes, a steward corrects), touches the journal.
