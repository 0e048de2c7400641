const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

function cut(text: string, length: number): string {
  return [...text].slice(0, length).join('')
}

function unique(name: string, taken: Set<string>, numbered: (number: number) => string): string {
  let found = name
  for (let number = 2; taken.has(found.toLowerCase()); number++) found = numbered(number)
  taken.add(found.toLowerCase())
  return found
}

/** A sheet's name: at most 31 characters, none of those Excel forbids, no two alike. */
export function sheetName(text: string, taken: Set<string>): string {
  const clean = cut(text.replace(/[\s\p{Cc}\\/?*[\]:]+/gu, ' ').trim(), 26)
    .replace(/^'+|'+$/g, '')
    .trim()
  const name = /^(history)?$/i.test(clean) ? '申报表' : clean
  return unique(name, taken, (number) => `${name}(${number})`)
}

/** A folder's or file's name on every system: no path signs, no reserved word, no trailing dot, cut to 60 characters. */
export function fileName(text: string, otherwise: string): string {
  const clean = cut(
    text
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
      .replace(/\s+/g, ' '),
    60,
  )
    .trim()
    .replace(/^[. ]+|[. ]+$/g, '')
  if (clean === '') return otherwise
  return reserved.test(clean.split('.')[0] ?? '') ? `_${clean}` : clean
}

/** A file's name in a folder where others of the same name may be: 名称（2）.xlsx. */
export function freeFileName(folder: string, stem: string, taken: Set<string>): string {
  const path = unique(`${folder}/${stem}.xlsx`, taken, (number) => `${folder}/${stem}（${number}）.xlsx`)
  return path.slice(folder.length + 1)
}
