#!/usr/bin/env node
// Makes a deb as fpm would from the same words: a control file, scripts, and files `from=to`.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

const text = { type: 'string' }
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    s: { type: 'string', short: 's' },
    t: { type: 'string', short: 't' },
    d: { type: 'string', short: 'd', multiple: true },
    force: { type: 'boolean' },
    'deb-recommends': { type: 'string', multiple: true },
    'deb-compression': text,
    'deb-priority': text,
    'after-install': text,
    'after-remove': text,
    architecture: text,
    description: text,
    version: text,
    package: text,
    name: text,
    maintainer: text,
    vendor: text,
    url: text,
    license: text,
    category: text,
  },
})

const folder = mkdtempSync(join(tmpdir(), 'jiheng-deb-'))
for (const [from, to] of positionals.map((pair) => pair.split('='))) {
  const target = join(folder, to)
  mkdirSync(dirname(target), { recursive: true })
  cpSync(from, target, { recursive: true })
}
const control = join(folder, 'DEBIAN')
mkdirSync(control)
writeFileSync(
  join(control, 'control'),
  [
    `Package: ${values.name}`,
    `Version: ${values.version}`,
    `Architecture: ${values.architecture}`,
    `Maintainer: ${values.maintainer}`,
    `Depends: ${values.d.join(', ')}`,
    `Homepage: ${values.url}`,
    `Priority: ${values['deb-priority']}`,
    `Description: ${values.description}`,
    '',
  ].join('\n'),
)
for (const [option, name] of [
  ['after-install', 'postinst'],
  ['after-remove', 'postrm'],
]) {
  cpSync(values[option], join(control, name))
  chmodSync(join(control, name), 0o755)
}
const made = spawnSync('dpkg-deb', ['--root-owner-group', '-Zgzip', '--build', folder, values.package], {
  stdio: 'inherit',
})
rmSync(folder, { recursive: true, force: true })
process.exit(made.status ?? 1)
