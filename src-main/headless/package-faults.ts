import { AppError, type ErrorCode } from '#domain/errors'

/** The command line itself is wrong. */
export class UsageError extends Error {}

/** A fault of the file in words of its own. */
export class PackageFault extends Error {
  readonly code: string

  constructor(code: string, sentence: string) {
    super(sentence)
    this.code = code
  }
}

const sentences: Readonly<Partial<Record<ErrorCode, string>>> = {
  'not-a-package': '不是绩衡的数据包，或没有复制完整',
  'package-altered': '内容与签名不符，可能在传递中损坏或被改动',
  'newer-package': '由更新版本的绩衡生成，这个版本读不了',
  'wrong-passphrase': '口令不对，没有打开',
  'not-for-here': '加密给接收单位的密钥，只有接收单位的程序能打开',
}

const systemSentences: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹',
  EISDIR: '这是文件夹，不是数据包',
  EACCES: '没有权限',
  ENOSPC: '磁盘空间不足',
  EROFS: '这个位置是只读的',
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Expected of files from outside; everything else is a bug of ours. */
export function isDamaged(error: unknown): boolean {
  return error instanceof AppError || error instanceof PackageFault || codeOf(error) in systemSentences
}

export function sentenceFor(error: unknown): string {
  if (error instanceof PackageFault) return error.message
  if (error instanceof AppError) return sentences[error.code] ?? error.code
  return systemSentences[codeOf(error)] ?? '程序内部出错'
}
