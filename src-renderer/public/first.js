// The browser opens the files of its store while the program is still being read; whether they can be opened is the program's
// to find out and to say.
void indexedDB.databases()
