import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extractFile, getRawHeader, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureBuilt } from '../../build/build.mjs'
import { temporaryFolder } from '../main/temporary-folder.ts'
import { fuse, linuxProgram, makeStandInRuntime } from './stand-in-runtime.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = temporaryFolder()
const unpacked = join(folder, 'dist', 'linux-unpacked')
const archive = join(unpacked, 'resources', 'app.asar')

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
  const changes = [
    `-c.electronDist=${makeStandInRuntime(folder, linuxProgram)}`,
    `-c.directories.output=${join(folder, 'dist')}`,
  ]
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

it('sets the fuses of the program', async () => {
  const wire = await getCurrentFuseWire(join(unpacked, 'jiheng'))
  const off: [string, FuseV1Options][] = [
    ['run as Node', FuseV1Options.RunAsNode],
    ['NODE_OPTIONS', FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    ['inspect', FuseV1Options.EnableNodeCliInspectArguments],
    ['rights of file pages', FuseV1Options.GrantFileProtocolExtraPrivileges],
  ]
  const on: [string, FuseV1Options][] = [
    ['integrity of the archive', FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    ['nothing beside the archive', FuseV1Options.OnlyLoadAppFromAsar],
  ]
  expect(off.filter(([, option]) => wire[option] !== fuse.off)).toEqual([])
  expect(on.filter(([, option]) => wire[option] !== fuse.on)).toEqual([])
})

it('ships only the languages in use', () => {
  expect(readdirSync(join(unpacked, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
})

it('asks Windows for no administrator, keeps the data on uninstalling, and its identity for ever', () => {
  const settings = readFileSync(join(root, 'build', 'electron-builder.yml'), 'utf8')
  for (const line of [
    'appId: cn.jiheng.desktop',
    'deleteAppDataOnUninstall: false',
    'oneClick: false',
    'perMachine: false',
    'allowElevation: false',
    'packElevateHelper: false',
    'requestedExecutionLevel: asInvoker',
    'installerLanguages: [zh_CN]',
  ])
    expect(settings).toContain(line)
})
