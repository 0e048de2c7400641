import { afterAll } from 'vitest'
import { removeTemporaryFolders } from './main/temporary-folder.ts'

// Run for every file of tests, though files may share the modules that they load.
afterAll(removeTemporaryFolders)
