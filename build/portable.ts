// `npm run portable [-- linux-x64 …]`: the browser edition as a folder with its own Node, started by a double click.
// `npm run portable -- linux-loong64 --node /usr/bin/node`: for a machine that the registry has no Node for.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './build.mjs'
import { writeSums, writeTar, zipOf } from './portable/archive.ts'
import { type Node, portableFiles } from './portable/folder.ts'
import { isPlatform, nodeFor, nodeLicence } from './portable/runtimes.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { node: { type: 'string' }, to: { type: 'string', default: join(root, 'dist') } },
})
const target = values.to
const cache = join(root, 'dist', 'runtimes')
const seconds = Math.floor(Number(process.env.SOURCE_DATE_EPOCH ?? Date.now() / 1000))

function pack(platform: string): void {
  const isWindows = platform.startsWith('win-')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const file = join(target, `JiHeng-${version}-browser-${platform}.${isWindows ? 'zip' : 'tar.gz'}`)
  const files = portableFiles(root, isWindows, runtime(platform))
  if (isWindows) writeFileSync(file, zipOf(files, seconds))
  else writeTar(file, files, seconds)
  console.log(file)
}

function runtime(platform: string): Node {
  if (values.node !== undefined) {
    const licence = join(dirname(dirname(values.node)), 'LICENSE')
    return { program: readFileSync(values.node), licence: readFileSync(licence) }
  }
  if (isPlatform(platform)) return { program: nodeFor(platform, cache), licence: nodeLicence(cache) }
  throw new Error(`npm 上没有 ${platform} 的 Node，请用 --node 指明该平台的 node 程序。`)
}

if (!ensureBuilt()) throw new Error('构建失败')
mkdirSync(target, { recursive: true })
for (const platform of positionals.length > 0 ? positionals : ['linux-x64', 'linux-arm64', 'win-x64'])
  pack(platform)
writeSums(target)
