/** Every way in which a package can be refused, with what to do. */
export const packageErrors = {
  'not-a-package': '这不是绩衡的数据包，或没有复制完整。请重新复制后再打开。',
  'package-altered':
    '数据包的内容与签名不符，可能在传递中损坏或被改动，没有采用其中任何内容。请向对方重新索取。',
  'newer-package': '这个数据包由更新版本的程序生成，本机还读不了。请先升级程序。',
  'wrong-passphrase': '口令不对，或数据包已损坏。请核对口令后重试。',
  'wrong-purpose': '这个数据包不是用在这里的。',
  'wrong-signer': '签名不是约定的那一方的，没有采用其中任何内容。请核对是不是拿错了数据包。',
} as const
export type PackageErrorCode = keyof typeof packageErrors

/** A package that is refused; the message is for the user. */
export class PackageError extends Error {
  readonly code: PackageErrorCode

  constructor(code: PackageErrorCode, options?: ErrorOptions) {
    super(packageErrors[code], options)
    this.name = 'PackageError'
    this.code = code
  }
}
