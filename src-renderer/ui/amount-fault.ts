import { isAmountTooLarge } from '#domain/money'

/** Why what was typed in 万元 is not kept. */
export function amountFault(text: string): string {
  return isAmountTooLarge(text, '万元')
    ? '金额太大，没有保存。请核对，单位是万元。'
    : '不是一个金额，没有保存。请填数字，如 320.50（万元），也可写 3205000元。'
}
