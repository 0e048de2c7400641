// Which foreign packages are in the built application, with the words of their licences.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const found = new Map()
const seen = new Set()

/** A plugin for every part of the build and its workers; the part with a target file writes them all. */
export function thirdParty(target) {
  return {
    name: 'third-party',
    generateBundle() {
      for (const id of this.getModuleIds()) note(id)
    },
    writeBundle() {
      if (target === undefined) return
      const all = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
      writeFileSync(target, `${JSON.stringify(all, null, 1)}\n`)
    },
  }
}

function note(id) {
  const folder = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1]
  if (folder === undefined || seen.has(folder) || !existsSync(join(folder, 'package.json'))) return
  seen.add(folder)
  const { name, version, license = '' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  // The same package may lie in several places.
  found.set(`${name} ${version}`, { name, version, license, text: wordsIn(folder) })
}

function wordsIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)/i.test(entry.name))
    .map((entry) => entry.name)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
    .join('\n\n')
}
