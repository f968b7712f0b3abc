// pty
