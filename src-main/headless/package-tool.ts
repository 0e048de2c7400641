import { diff } from './package-diff.ts'
import { extract } from './package-extract.ts'
import { isDamaged, sentenceFor, UsageError } from './package-faults.ts'
import { inspect } from './package-inspect.ts'

const usage = `用法：
  npm run -s package -- inspect 文件 [--json] [--key 指纹或公钥]   查看类型、来源、条数、控制数和签名
  npm run -s package -- diff 文件甲 文件乙 [--json]                按表逐条比较两个数据包
  npm run -s package -- extract 文件 新文件夹                      取出记录（NDJSON）和附件，不覆盖已有内容
加密的数据包：口令放在环境变量 JIHENG_PASSPHRASE 里，或在终端中按提示输入。
退出码：0 完好；1 损坏、没有签名、签名不是 --key 的，或口令不对；2 用法不对。`

type Arguments = { words: string[]; isJson: boolean; key: string }

function argumentsIn(given: readonly string[]): Arguments {
  const found: Arguments = { words: [], isJson: false, key: '' }
  const rest = [...given]
  while (rest.length > 0) {
    const word = rest.shift() ?? ''
    if (word === '--json') found.isJson = true
    else if (word === '--key') found.key = keyIn(rest.shift() ?? '')
    else if (word.startsWith('--')) throw new UsageError(`没有 ${word} 这个选项`)
    else found.words.push(word)
  }
  return found
}

/** A fingerprint of 20 digits, however it is spaced, or a public key in hexadecimal. */
function keyIn(text: string): string {
  const plain = text.replaceAll(/[\s-]/g, '').toLowerCase()
  if (/^\d{20}$/.test(plain) || /^04[0-9a-f]{128}$/.test(plain)) return plain
  throw new UsageError('--key 后面要写 20 位数字的指纹，或 04 开头的 130 位公钥')
}

async function run(given: readonly string[]): Promise<void> {
  const { words, isJson, key } = argumentsIn(given)
  const [verb, first = '', second = ''] = words
  if (verb === 'inspect' && words.length === 2) return inspect(first, { isJson, key })
  if (key !== '') throw new UsageError('--key 只用于 inspect')
  if (verb === 'diff' && words.length === 3) return diff(first, second, isJson)
  if (verb === 'extract' && words.length === 3 && !isJson) return extract(first, second)
  throw new UsageError(words.length === 0 ? '' : '写法不对')
}

/** Does what a command line asks, prints what comes of it, and gives the exit code. */
export async function runPackageTool(given: readonly string[]): Promise<0 | 1 | 2> {
  try {
    await run(given)
    return 0
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(error.message === '' ? usage : `${error.message}。\n${usage}`)
      return 2
    }
    // What is not of the package's making (a bug) keeps its trace.
    if (!isDamaged(error)) console.error(error)
    console.error(sentenceFor(error))
    return 1
  }
}
