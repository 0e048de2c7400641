import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Blank = {
  /** Starts its server, a process of its own as that of the program is. */
  serve: () => Promise<{ url: string; close: () => void }>
  remove: () => void
}

/** A blank page of React and MUI, built as the program is. */
export async function blankPage(): Promise<Blank> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-blank-'))
  await build({
    ...{ root: join(root, 'tests', 'performance'), configFile: false, logLevel: 'warn', base: './' },
    plugins: [react()],
    build: {
      ...{ outDir: folder, emptyOutDir: true, target: 'chrome109' },
      rollupOptions: { input: join(root, 'tests', 'performance', 'blank-page.html') },
    },
  })
  return { serve: () => served(folder), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function served(folder: string): Promise<{ url: string; close: () => void }> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('blank-server.mjs', import.meta.url)), folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.stdout.once('data', (said: Buffer) =>
      resolve({ url: said.toString().trim(), close: () => child.kill() }),
    )
  })
}
