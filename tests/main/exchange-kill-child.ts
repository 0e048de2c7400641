import { zipSync } from 'fflate'
import { writePackage } from '../../src-main/exchange-files.ts'
import { realDisk } from '../../src-main/files.ts'

// Writes packages into a folder for ever; the test kills this process in the middle.
const [, , folder = '', size = '0', start = '1'] = process.argv
for (let round = Number(start); ; round += 1) {
  const content = new Uint8Array(Number(size)).fill(round % 256)
  await writePackage(folder, '上报包.jhx', zipSync({ content: [content, { level: 0 }] }), realDisk)
}
