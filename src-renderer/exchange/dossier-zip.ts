import { zipSync } from 'fflate'

/** 1 January 1980, as zips write it: the archive tells its day in its booklet alone. */
const noTime = '1980-01-01T12:00:00'

/**
 * 一项目一档 as one zip that every system opens: names are Chinese, texts are packed, and what is packed already (PDF, pictures)
 * is stored as it is.
 */
export function dossierZip(files: readonly { path: string; bytes: Uint8Array }[]): Uint8Array {
  const isText = (path: string) => /\.(html|txt|csv)$/i.test(path)
  return zipSync(
    Object.fromEntries(files.map(({ path, bytes }) => [path, [bytes, { level: isText(path) ? 6 : 0 }]])),
    { mtime: noTime },
  )
}
