import { writeWhole } from '../../src-main/files.ts'

// Writes the same file for ever; the test kills this process in the middle.
const [, , path = '', size = '0'] = process.argv
for (let round = 1; ; round += 1) {
  await writeWhole(path, new Uint8Array(Number(size)).fill(round % 256))
}
