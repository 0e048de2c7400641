import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { unpacked } from '#exchange/archive'
import { recordParts } from '#exchange/records-package'
import { codeOf, PackageFault } from './package-faults.ts'
import { checkTotals, type Found, found, opened, type Parts, records, tablesOf } from './package-file.ts'

/** Everything in a package as plain files in a new folder, which gets its name only when all is in it. */
export async function extract(path: string, folder: string): Promise<void> {
  const target = resolve(folder)
  if (existsSync(target)) throw new PackageFault('exists', '这个文件夹已经存在，没有覆盖，也没有取出任何内容')
  const package_ = found(path)
  const parts = await opened(package_)
  await checkTotals(parts, package_.manifest)
  const temporary = join(dirname(target), `.jiheng-${randomBytes(6).toString('hex')}.part`)
  try {
    mkdirSync(temporary)
    const count = await writeAll(temporary, package_, parts)
    renameSync(temporary, target)
    console.log(`已取出 ${count} 个文件`)
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOTDIR')
      throw new PackageFault('names-collide', '包内有在这台电脑上会重名的文件，没有取出任何内容')
    throw error
  }
}

async function writeAll(root: string, package_: Found, parts: Parts): Promise<number> {
  const { manifest, bytes } = package_
  const files = unpacked(bytes)
  const tables = tablesOf(manifest)
  const inRecords = recordParts(tables)
  const proofs = ['manifest.json', 'signature.json'].map((name) => [name, files.get(name)] as const)
  const whole = [...proofs, ...parts].filter(([name]) => !inRecords.has(name))
  for (const [name, content] of whole) writeFileSync(placeIn(root, name), content ?? '', { flag: 'wx' })
  for (const table of tables) {
    const file = openSync(placeIn(root, `records/${table}.ndjson`), 'wx')
    try {
      for await (const record of records(parts, table, manifest))
        writeSync(file, `${JSON.stringify(record)}\n`)
    } finally {
      closeSync(file)
    }
  }
  return whole.length + tables.length
}

const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i

/** Names were checked when the package was read: plain and without a way out. What Windows keeps for itself gets a mark. */
function placeIn(root: string, name: string): string {
  const steps = name
    .split('/')
    .map((step) => (reserved.test(step) || step.endsWith('.') ? `_${step}_` : step))
  const path = join(root, ...steps)
  mkdirSync(dirname(path), { recursive: true })
  return path
}
