export const workbookErrors = {
  empty: '文件是空的（0 字节），请向报送单位要一份完整的文件。',
  encrypted: '文件设有打开密码，请取消密码后重新保存再导入。',
  truncated: '文件不完整（可能没有传完），请重新复制或重新索取后再导入。',
  html: '这是网页文件改名成的表格，不是 Excel 工作簿，请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。',
  docx: '这是 Word 文档，不是 Excel 工作簿，请把表格填到 Excel 表中再导入。',
  'not-a-workbook': '文件不是 Excel 工作簿，请用 Excel 或 WPS 另存为 .xlsx 后再导入。',
  'too-large': '文件展开后过大，不是正常的表格，没有读取；请把需要的表另存为新文件再导入。',
  'too-many-rows': '表中内容超过 {limit} 行，没有读取；请删去多余的行或分成几个文件再导入。',
  unreadable: '文件已损坏，无法读取，请用 Excel 或 WPS 打开后另存为 .xlsx，或重新索取。',
} as const
export type WorkbookErrorCode = keyof typeof workbookErrors

/** A file that cannot be read as a workbook; the message is for the user, who sees it beside the file's name. */
export class WorkbookError extends Error {
  readonly code: WorkbookErrorCode

  constructor(code: WorkbookErrorCode, options: ErrorOptions & { limit?: number } = {}) {
    super(workbookErrors[code].replace('{limit}', String(options.limit ?? '')), options)
    this.name = 'WorkbookError'
    this.code = code
  }
}
