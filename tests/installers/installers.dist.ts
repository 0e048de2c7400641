import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extractFile, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../build/build.mjs'
import { fuse, linuxProgram, makeStandInRuntime, windowsProgram } from '../electron/stand-in-runtime.ts'
import { temporaryFolder } from '../main/temporary-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const standIns = fileURLToPath(new URL('stand-ins', import.meta.url))
const folder = temporaryFolder()
const dist = join(folder, 'dist')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

function run(command: string, words: string[], cwd = folder): string {
  const result = spawnSync(command, words, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  expect(result.status, `${command} ${words.join(' ')}\n${result.stdout}\n${result.stderr}`).toBe(0)
  return result.stdout
}

/** The packer with the project's own settings and a stand-in for Electron's runtime. */
function pack(
  targets: string[],
  runtime: string,
  environment: Record<string, string>,
  changes: string[] = [],
) {
  const packer = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const own = ['--publish', 'never', '--config', 'build/electron-builder.yml']
  const places = [`-c.electronDist=${runtime}`, `-c.directories.output=${dist}`]
  return spawnSync(process.execPath, [packer, ...targets, ...own, ...places, ...changes], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })
}

function expectOnlyBuilt(archive: string): void {
  const strange = listPackage(archive, { isPack: false })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !/^\/(package\.json|out(\/(main|preload|renderer)(\/.*)?)?)$/.test(name))
  expect(strange).toEqual([])
  expect(JSON.parse(extractFile(archive, 'package.json').toString())).toMatchObject({ version })
}

async function expectFuses(program: string): Promise<void> {
  const wire = await getCurrentFuseWire(program)
  expect(wire[FuseV1Options.RunAsNode]).toBe(fuse.off)
  expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(fuse.on)
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(fuse.on)
}

beforeAll(() => expect(ensureBuilt()).toBe(true))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('deb', () => {
  const inside = join(folder, 'deb')
  const installed = join(inside, 'opt', '绩衡')

  beforeAll(() => {
    const result = pack(['--linux', 'deb', '--x64', '--arm64'], makeStandInRuntime(folder, linuxProgram), {
      CUSTOM_FPM_PATH: join(standIns, 'fpm.mjs'),
    })
    expect(result.status, `${result.stdout}\n${result.stderr}`).toBe(0)
    run('dpkg-deb', ['--raw-extract', join(dist, `JiHeng-${version}-amd64.deb`), inside])
  })

  it('is for both kinds of machine, by the same name for ever', () => {
    for (const kind of ['amd64', 'arm64']) {
      const words = run('dpkg-deb', ['--info', join(dist, `JiHeng-${version}-${kind}.deb`)])
      expect(words).toContain('Package: jiheng\n')
      expect(words).toContain(`Version: ${version}\n`)
      expect(words).toContain(`Architecture: ${kind}\n`)
    }
  })

  it('has the built application and its program with the fuses set', async () => {
    expectOnlyBuilt(join(installed, 'resources', 'app.asar'))
    await expectFuses(join(installed, 'jiheng'))
  })

  it('has a Chinese name, an icon and no switch that takes the sandbox away', () => {
    const entry = readFileSync(join(inside, 'usr', 'share', 'applications', 'jiheng.desktop'), 'utf8')
    expect(entry).toContain('\nName=绩衡\n')
    expect(entry).toContain('\nIcon=jiheng\n')
    expect(entry).toContain('/opt/绩衡/jiheng')
    expect(entry).not.toContain('no-sandbox')
    expect(
      existsSync(join(inside, 'usr', 'share', 'icons', 'hicolor', '512x512', 'apps', 'jiheng.png')),
    ).toBe(true)
  })

  it('touches nobody’s data when it is installed, renewed or removed', () => {
    for (const name of ['postinst', 'postrm']) {
      const script = readFileSync(join(inside, 'DEBIAN', name), 'utf8')
      expect(script).not.toMatch(/JiHeng|\/home|XDG_DATA|\.local|HOME/)
    }
  })
})

const squashed = spawnSync('mksquashfs', ['-version']).status === 0

describe.skipIf(!squashed)(squashed ? 'AppImage' : 'AppImage (skipped: no squashfs-tools)', () => {
  const inside = join(folder, 'appimage')
  const runtimeBytes = Buffer.alloc(4096, 'stand-in for the runtime ')

  beforeAll(() => {
    const tools = join(folder, 'appimage-tools')
    for (const each of ['runtimes', 'lib/x64']) mkdirSync(join(tools, each), { recursive: true })
    writeFileSync(join(tools, 'mksquashfs'), '#!/bin/sh\nexec mksquashfs "$@"\n')
    writeFileSync(join(tools, 'desktop-file-validate'), '#!/bin/sh\nexit 0\n')
    for (const each of ['mksquashfs', 'desktop-file-validate']) chmodSync(join(tools, each), 0o755)
    writeFileSync(join(tools, 'runtimes', 'runtime-x64'), runtimeBytes)
    const runtime = makeStandInRuntime(join(folder, 'for-appimage'), linuxProgram)
    const result = pack(['--linux', 'AppImage', '--x64'], runtime, { APPIMAGE_TOOLS_PATH: tools })
    expect(result.status, `${result.stdout}\n${result.stderr}`).toBe(0)
    const file = join(dist, `JiHeng-${version}-x86_64.AppImage`)
    expect(statSync(file).mode & 0o111).toBe(0o111)
    run('unsquashfs', [
      '-quiet',
      '-no-progress',
      '-offset',
      String(runtimeBytes.length),
      '-dest',
      inside,
      file,
    ])
  })

  it('has the built application and its program with the fuses set', async () => {
    expectOnlyBuilt(join(inside, 'resources', 'app.asar'))
    await expectFuses(join(inside, 'jiheng'))
  })

  it('has a Chinese name, an icon and no switch that takes the sandbox away', () => {
    const entry = readFileSync(join(inside, 'jiheng.desktop'), 'utf8')
    expect(entry).toContain('\nName=绩衡\n')
    expect(entry).not.toContain('no-sandbox')
    expect(readFileSync(join(inside, 'AppRun'), 'utf8')).not.toMatch(/exec.*--no-sandbox(?! *\))/)
    expect(readdirSync(inside)).toContain('jiheng.png')
  })
})

const sevenZip = ['7zz', '7za', '7z'].flatMap(
  (name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim() || [],
)[0]
const sevenZipPlace = { ELECTRON_BUILDER_7ZIP_PATH: sevenZip ?? '' }

describe.skipIf(!sevenZip)(
  sevenZip ? 'the folder for Windows' : 'the folder for Windows (skipped: no 7-Zip)',
  () => {
    const inside = join(folder, 'windows')

    beforeAll(() => {
      const runtime = makeStandInRuntime(folder, windowsProgram(root))
      const result = pack(['--win', 'zip', '--x64'], runtime, sevenZipPlace, [
        '-c.win.signAndEditExecutable=false',
      ])
      expect(result.status, `${result.stdout}\n${result.stderr}`).toBe(0)
      cpSync(join(dist, 'win-unpacked'), inside, { recursive: true })
    })

    it('is a zip with everything in it', () => {
      const words = run(
        process.execPath,
        [
          '-e',
          'const{unzipSync}=require("fflate");console.log(Object.keys(unzipSync(require("fs").readFileSync(process.argv[1]))).join("\\n"))',
          join(dist, `JiHeng-${version}-win-x64.zip`),
        ],
        root,
      )
      expect(words.split('\n')).toEqual(
        expect.arrayContaining(['绩衡.exe', 'resources/app.asar', 'locales/zh-CN.pak']),
      )
      expect(words).not.toContain('elevate.exe')
    })

    it('has the built application, the fuses set, and the hash of its archive inside the program', async () => {
      expectOnlyBuilt(join(inside, 'resources', 'app.asar'))
      await expectFuses(join(inside, '绩衡.exe'))
      const program = readFileSync(join(inside, '绩衡.exe'), 'latin1')
      expect(program).toContain('[{"file":"resources\\\\app.asar","alg":"SHA256","value":"')
    })
  },
)

describe.skipIf(!sevenZip)('the installer for Windows, as it is handed to NSIS', () => {
  const tools = join(folder, 'nsis')
  const heardFile = join(folder, 'heard.json')
  let heard = { words: [] as string[], script: '' }

  beforeAll(() => {
    mkdirSync(join(tools, 'linux'), { recursive: true })
    mkdirSync(join(tools, 'plugins', 'x86-unicode'), { recursive: true })
    cpSync(join(standIns, 'makensis.mjs'), join(tools, 'linux', 'makensis'))
    const runtime = makeStandInRuntime(join(folder, 'for-nsis'), windowsProgram(root))
    // It fails, as nothing is compiled; what was to be compiled has been heard by then.
    const result = pack(
      ['--win', 'nsis', '--x64'],
      runtime,
      {
        ...sevenZipPlace,
        ELECTRON_BUILDER_NSIS_DIR: tools,
        ELECTRON_BUILDER_NSIS_RESOURCES_DIR: tools,
        JIHENG_NSIS_HEARD: heardFile,
      },
      ['-c.win.signAndEditExecutable=false'],
    )
    expect(existsSync(heardFile), `${result.stdout}\n${result.stderr}`).toBe(true)
    heard = JSON.parse(readFileSync(heardFile, 'utf8'))
  })

  it('is for one person, never asks for an administrator, and never deletes data', () => {
    const names = heard.words
      .filter((word) => word.startsWith('-D'))
      .map((word) => word.slice(2).split('=')[0])
    expect(names).toEqual(expect.arrayContaining(['APP_GUID', 'VERSION', 'PRODUCT_NAME']))
    for (const refused of [
      'MULTIUSER_INSTALLMODE_ALLOW_ELEVATION',
      'INSTALL_MODE_PER_ALL_USERS',
      'DELETE_APP_DATA_ON_UNINSTALL',
      'ONE_CLICK',
    ])
      expect(names).not.toContain(refused)
  })

  it('speaks Chinese, and is found again by the version after it', () => {
    expect(heard.words).toContain(`-DVERSION=${version}`)
    expect(heard.words).toContain('-DPRODUCT_NAME=绩衡')
    // Made from the identity of the application: an upgrade finds the installed one by it.
    expect(heard.words).toContain('-DAPP_GUID=eb98fadc-9324-5e38-82ba-9005140169b9')
    expect(heard.script).toContain('MUI_LANGUAGE "SimpChinese"')
  })
})
