/** 项目名称 with a leading code (`51000021R000000019951-工资性支出`, `[3001]校舍维修`) parted from it. */
export function projectIn(text: string): { code: string | null; name: string } {
  const match =
    /^(\d{6}\d{2}[A-Z]\d{12})[-—](.+)$/s.exec(text) ?? /^[[［【]([0-9A-Za-z-]{4,})[\]］】](.+)$/s.exec(text)
  return match?.[2] === undefined ? { code: null, name: text } : { code: match[1] ?? null, name: match[2] }
}
