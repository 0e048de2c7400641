// `npm run generate -- --units 400 --projects 25000 --years 4`: the books of an invented city as a backup that 恢复备份 opens.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Size } from './city.ts'
import { cityRecords } from './records.ts'
import { writeBackup } from './write-backup.ts'

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '400' },
    projects: { type: 'string', default: '25000' },
    years: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: '' },
  },
})

function count(name: 'units' | 'projects' | 'years' | 'seed', least: number, most: number): number {
  const given = Number(values[name])
  if (!Number.isInteger(given) || given < least || given > most)
    throw new Error(`--${name} ${values[name]}：应为 ${least}—${most} 的整数`)
  return given
}

const size: Size = {
  units: count('units', 2, 5000),
  projects: count('projects', 1, 200_000),
  years: count('years', 1, 4),
  seed: count('seed', 0, 2 ** 31),
}
const file = resolve(values.out || `生成-${size.units}单位-${size.projects}项目-${size.years}年.jhb`)
const begun = Date.now()
const { totals, counts } = await writeBackup(cityRecords(size), file, '2026-09-30T02:00:00.000Z')
console.log(file)
for (const { year, goals, total, paid } of totals)
  console.log(`${year} 年：目标 ${goals} 个，申报 ${total} 分，国库支出 ${paid} 分`)
console.log([...counts].map(([name, number]) => `${name} ${number}`).join('，'))
const memory = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(`用时 ${Math.round((Date.now() - begun) / 1000)} 秒，最多占用内存 ${memory} MB`)
