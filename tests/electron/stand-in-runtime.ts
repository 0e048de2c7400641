import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** The characters that stand for a fuse in the wire, by code. */
export const fuse = { off: 48, on: 49 }

const languages = ['zh-CN', 'en-US', 'fr']

/** What a real runtime carries and the packer touches: the fuse wire inside the program, and language files. */
export function makeStandInRuntime(folder: string, program: { name: string; bytes: Uint8Array }): string {
  const runtime = join(folder, `runtime-${program.name}`)
  mkdirSync(join(runtime, 'locales'), { recursive: true })
  mkdirSync(join(runtime, 'resources'))
  const wire = Buffer.concat([Buffer.from(fuseSentinel), Buffer.from([1, 9]), Buffer.from('101100111')])
  writeFileSync(join(runtime, program.name), Buffer.concat([program.bytes, wire, Buffer.from('\n')]), {
    mode: 0o755,
  })
  writeFileSync(join(runtime, 'version'), '45.4.1')
  writeFileSync(join(runtime, 'LICENSE'), '')
  for (const language of languages) writeFileSync(join(runtime, 'locales', `${language}.pak`), '')
  return runtime
}

export const linuxProgram = { name: 'electron', bytes: Buffer.from('#!/bin/sh\nexit 0\n') }

/** A small true program of Windows, into which the packer can write what it writes into Electron's. */
export function windowsProgram(root: string): { name: string; bytes: Uint8Array } {
  const small = join(root, 'node_modules', 'electron-winstaller', 'vendor', 'Setup.exe')
  return { name: 'electron.exe', bytes: readFileSync(small) }
}
