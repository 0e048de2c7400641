// Before all: the store takes the database that is there when it is loaded, for all tests that share what a worker has.
import 'fake-indexeddb/auto'
import { afterAll } from 'vitest'
import { removeTemporaryFolders } from './main/temporary-folder.ts'

// Run for every file of tests, though files may share the modules that they load.
afterAll(removeTemporaryFolders)
