import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'
import { createBook, type NewBook } from '#actions/create-book'
import { loadDemo } from '#actions/load-demo'
import { AppError } from '#domain/errors'
import { passwordFault } from '#domain/people/account'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { bureauName, defaultSections, regions, type YearBook } from '#domain/year-book'
import { shippedRules } from '#domain/year-rules'
import { firstPasswordHint, PasswordField } from '#ui/PasswordField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { KitCard } from './KitCard.tsx'
import { bookNote, offered, type TypedBook } from './new-book.ts'

type Props = {
  /** Who works here; null before there is anybody. */
  by: Actor | null
  books: readonly YearBook[]
  openBook: (id: string) => void
  /** Makes a book and opens it. */
  onMake: (make: () => Promise<YearBook>) => Promise<void>
  /** Makes the first account together with the first real book; null where there is one. */
  signUp: ((name: string, password: string) => Promise<Actor>) | null
  /** Further ways to begin, at the foot. */
  children?: ReactNode
}

/** The first page: create a book, open one, or look at the demo. */
export function StartPage({ by, books, openBook, onMake, signUp, children }: Props) {
  const { attempt } = useToast()
  const [loading, setLoading] = useState(false)

  function openDemo() {
    setLoading(true)
    if (by) attempt(() => onMake(() => loadDemo(by)).finally(() => setLoading(false)))
  }

  return (
    <Box
      {...(books.length === 0 ? { component: 'main' } : {})}
      sx={{
        display: 'grid',
        justifyContent: 'center',
        gridTemplateColumns: 'minmax(0, 760px)',
        gap: 3,
        px: 6,
        py: 4,
        height: books.length === 0 ? '100vh' : 'auto',
        overflow: 'auto',
        alignContent: books.length === 0 ? 'safe center' : 'start',
      }}
    >
      <Box>
        <Typography variant="h1" sx={{ fontSize: 22 }}>
          {books.length === 0 ? '绩衡' : '账套'}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          市、区县财政局预算绩效管理 · 数据只存在本机，不联网。
        </Typography>
      </Box>
      {books.length > 0 && <BookList books={books} openBook={openBook} />}
      {(signUp || (by && may(by, 'create-book'))) && <CreateBook by={by} onMake={onMake} signUp={signUp} />}
      <Paper variant="outlined" sx={{ p: 4, display: 'flex', gap: 4, alignItems: 'center' }}>
        <Box sx={{ flex: 1 }}>
          <Typography variant="h2">先看看演示账套</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            一个虚构的县：各股室、各单位和四本预算的项目都已填好，可随意试用，随时整套删除。
          </Typography>
        </Box>
        <Button variant="outlined" disabled={loading} onClick={openDemo}>
          {loading ? '正在打开演示账套…' : '打开演示账套'}
        </Button>
      </Paper>
      {by && may(by, 'open-expert-kit') && <KitCard by={by} onMake={onMake} />}
      {children}
    </Box>
  )
}

function BookList({ books, openBook }: Pick<Props, 'books' | 'openBook'>) {
  const ordered = books.toSorted(
    (left, right) => Number(left.demo) - Number(right.demo) || right.year - left.year,
  )
  return (
    <Paper variant="outlined">
      {ordered.map((book) => (
        <Box
          key={book.id}
          sx={{
            display: 'flex',
            gap: 4,
            alignItems: 'center',
            px: 4,
            py: 2,
            '&:not(:last-child)': { borderBottom: 1, borderColor: 'divider' },
          }}
        >
          <Box sx={{ flex: 1 }}>
            <Typography sx={{ fontWeight: 600 }}>
              {book.kit ? book.name : `${book.year} 年度`}
              {book.demo && '（演示）'}
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {book.identity.office} · {book.identity.section}
            </Typography>
          </Box>
          <Button variant="outlined" aria-label={`打开 ${book.year} 年度`} onClick={() => openBook(book.id)}>
            打开
          </Button>
        </Box>
      ))}
    </Paper>
  )
}

function CreateBook({ by, onMake, signUp }: Pick<Props, 'by' | 'onMake' | 'signUp'>) {
  const { attempt } = useToast()
  const [typed, setTyped] = useState(() => offered(bookNote.kept()))
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [asked, setAsked] = useState(false)

  const {
    regionCode = '511922',
    section = defaultSections[0]?.name ?? '',
    year = String(new Date().getFullYear()),
    person = signUp ? '' : (by?.name ?? ''),
  } = typed
  const region = regions.find((candidate) => candidate.code === regionCode) ?? regions[0]
  const officeName = typed.office ?? bureauName(region.name)
  const yearNumber = Number(year)
  const yearValid = /^20\d\d$/.test(year)
  const rules = typed.rulesId ?? rulesForYear(yearNumber)
  const weak = passwordFault(password, person.trim())
  const signed = !signUp || (person.trim() !== '' && weak === null && again === password)
  const complete = yearValid && officeName.trim() !== '' && section.trim() !== '' && signed

  function type(change: TypedBook) {
    const next = { ...typed, ...change }
    setTyped(next)
    bookNote.keep(next)
  }

  function create() {
    setAsked(true)
    if (!complete) return
    const newBook: Omit<NewBook, 'by'> = {
      year: yearNumber,
      identity: {
        regionCode: region.code,
        regionName: region.name,
        level: region.code === '511900' ? 'city' : 'county',
        office: officeName.trim(),
        section: section.trim(),
      },
      rulesId: rules,
    }
    attempt(() =>
      onMake(async () => {
        const maker = signUp ? await signUp(person, password) : by
        if (!maker) throw new AppError('not-permitted')
        const made = await createBook({ ...newBook, by: maker })
        bookNote.keep({})
        return made
      }),
    )
  }

  function missing(text: string): string {
    return asked && text.trim() === '' ? '请填写' : ''
  }

  return (
    <Paper
      variant="outlined"
      component="form"
      aria-label="新建账套"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        create()
      }}
      sx={{ p: 4, display: 'grid', gap: 4 }}
    >
      <Typography variant="h2">新建账套</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 4, rowGap: 4 }}>
        <TextField
          select
          label="市、区县"
          value={regionCode}
          onChange={(event) => type({ regionCode: event.target.value })}
        >
          {regions.map((option) => (
            <MenuItem key={option.code} value={option.code}>
              {option.name}（{option.code}）
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label="年度"
          value={year}
          onChange={(event) => type({ year: event.target.value })}
          error={asked && !yearValid}
          helperText={asked && !yearValid ? '请填四位年份，如 2025' : ''}
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }}
        />
        <TextField
          label="单位名称"
          value={officeName}
          onChange={(event) => type({ office: event.target.value })}
          error={missing(officeName) !== ''}
          helperText={missing(officeName)}
        />
        <TextField
          label="股室"
          value={section}
          onChange={(event) => type({ section: event.target.value })}
          error={missing(section) !== ''}
          helperText={missing(section)}
        />
        <TextField
          select
          label="指标体系（规则包）"
          value={rules}
          onChange={(event) => type({ rulesId: event.target.value })}
          helperText="以后可在“设置 › 账套”中更换。"
        >
          {shippedRules.map((pack) => (
            <MenuItem key={pack.id} value={pack.id}>
              {pack.name}
            </MenuItem>
          ))}
        </TextField>
        {signUp && (
          <>
            <TextField
              label="经办人"
              value={person}
              onChange={(event) => type({ person: event.target.value })}
              error={missing(person) !== ''}
              helperText={missing(person) || '即首个账户，负责管理其他账户；每次修改都记下这个名字。'}
            />
            <PasswordField
              label="登录密码"
              value={password}
              onChange={setPassword}
              fault={asked ? (weak ?? '') : ''}
              hint={firstPasswordHint}
            />
            <PasswordField
              label="再次输入密码"
              value={again}
              onChange={setAgain}
              fault={asked && again !== password ? '两次输入不一致。' : ''}
            />
          </>
        )}
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
        <Button type="submit" variant="contained">
          新建账套
        </Button>
      </Box>
    </Paper>
  )
}

/** The pack made for the year: the latest that is not younger than the year itself. */
function rulesForYear(year: number): string {
  const fitting = shippedRules
    .filter((pack) => pack.year <= year)
    .toSorted((left, right) => right.year - left.year)
  return (fitting[0] ?? shippedRules[0])?.id ?? ''
}
