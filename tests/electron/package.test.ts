import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extractFile, getRawHeader, listPackage } from '@electron/asar'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureBuilt } from '../../build/build.mjs'
import { temporaryFolder } from '../main/world.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = temporaryFolder()
const unpacked = join(folder, 'dist', 'linux-unpacked')
const archive = join(unpacked, 'resources', 'app.asar')

// What a real runtime carries and the packer touches: the fuse wire inside the program, and language files.
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

function makeStandIn(): string {
  const runtime = join(folder, 'runtime')
  mkdirSync(join(runtime, 'locales'), { recursive: true })
  mkdirSync(join(runtime, 'resources'))
  const wire = Buffer.concat([Buffer.from(fuseSentinel), Buffer.from([1, 9]), Buffer.from('101100111')])
  const program = Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), wire, Buffer.from('\n')])
  writeFileSync(join(runtime, 'electron'), program, { mode: 0o755 })
  writeFileSync(join(runtime, 'version'), '45.4.1')
  writeFileSync(join(runtime, 'LICENSE'), '')
  for (const language of ['zh-CN', 'en-US', 'fr'])
    writeFileSync(join(runtime, 'locales', `${language}.pak`), '')
  return runtime
}

beforeAll(() => {
  expect(ensureBuilt()).toBe(true)
  const packer = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const words = [
    packer,
    '--linux',
    'dir',
    '--x64',
    '--publish',
    'never',
    '--config',
    'build/electron-builder.yml',
  ]
  const changes = [`-c.electronDist=${makeStandIn()}`, `-c.directories.output=${join(folder, 'dist')}`]
  const result = spawnSync(process.execPath, [...words, ...changes], { cwd: root, encoding: 'utf8' })
  expect(result.status, `${result.stdout}\n${result.stderr}`).toBe(0)
}, 240_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('packs what was built and nothing else', () => {
  const files = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/'))
  const strange = files.filter(
    (name) => !/^\/(package\.json|out(\/(main|preload|renderer)(\/.*)?)?)$/.test(name),
  )
  expect(strange).toEqual([])
  expect(files).toEqual(
    expect.arrayContaining(['/package.json', '/out/main/index.js', '/out/preload/preload.cjs']),
  )
  expect(files.filter((name) => /\.(ts|tsx|map|md|xlsx?)$|node_modules|test/.test(name))).toEqual([])
  expect(existsSync(join(unpacked, 'resources', 'app'))).toBe(false)
})

it('starts at the built entry and names hashes for every file', () => {
  const description = JSON.parse(extractFile(archive, 'package.json').toString())
  expect(description).toMatchObject({ name: 'jiheng', type: 'module', main: 'out/main/index.js' })
  expect(description.scripts).toBeUndefined()
  expect(getRawHeader(archive).headerString).toContain('"integrity":{"algorithm":"SHA256"')
})

it('needs nothing at run time that is not inside', () => {
  const outside = ['index.js', 'browser.js']
    .map((name) => extractFile(archive, join('out', 'main', name)).toString())
    .flatMap((text) => [...text.matchAll(/^import .* from "([^"]+)"/gm)].map((match) => match[1] ?? ''))
    .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && name !== 'electron')
  expect(outside).toEqual([])
})

it('sets the fuses of the program', () => {
  const program = readFileSync(join(unpacked, 'jiheng'), 'latin1')
  const wire = program.slice(program.indexOf(fuseSentinel) + fuseSentinel.length + 2)
  const [runAsNode, , nodeOptions, inspect, archiveIntegrity, onlyArchive] = wire
  expect({ runAsNode, nodeOptions, inspect }).toEqual({ runAsNode: '0', nodeOptions: '0', inspect: '0' })
  expect({ archiveIntegrity, onlyArchive }).toEqual({ archiveIntegrity: '1', onlyArchive: '1' })
})

it('ships only the languages in use', () => {
  expect(readdirSync(join(unpacked, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
})

it('keeps the data on uninstalling and its identity for ever', () => {
  const settings = readFileSync(join(root, 'build', 'electron-builder.yml'), 'utf8')
  expect(settings).toContain('appId: cn.jiheng.desktop')
  expect(settings).toContain('deleteAppDataOnUninstall: false')
})
