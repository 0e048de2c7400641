import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const made: string[] = []

/** A fresh folder for one test; it goes when the tests of its file are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-test-'))
  made.push(folder)
  return folder
}

export function removeTemporaryFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
