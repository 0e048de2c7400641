import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { createBook, type NewBook } from '#actions/create-book'
import { loadDemo } from '#actions/load-demo'
import { defaultSections, regions, type YearBook } from '#domain/year-book'
import { shippedRules } from '#domain/year-rules'
import { useToast } from '#ui/Toast.tsx'

type Props = {
  by: string
  books: readonly YearBook[]
  openBook: (id: string) => void
  /** Makes a book and opens it. */
  onMake: (make: () => Promise<YearBook>) => Promise<void>
  setBy: (name: string) => void
}

/** The first page: create a book, open one, or look at the demo. */
export function StartPage({ by, books, openBook, onMake, setBy }: Props) {
  const { attempt } = useToast()
  const [loading, setLoading] = useState(false)

  function openDemo() {
    setLoading(true)
    attempt(() => onMake(() => loadDemo(by || '经办人')).finally(() => setLoading(false)))
  }

  return (
    <Box
      {...(books.length === 0 ? { component: 'main' } : {})}
      sx={{
        display: 'grid',
        justifyContent: 'center',
        gridTemplateColumns: 'minmax(0, 760px)',
        gap: 4,
        p: 6,
        height: books.length === 0 ? '100vh' : 'auto',
        overflow: 'auto',
        alignContent: books.length === 0 ? 'center' : 'start',
      }}
    >
      <Box>
        <Typography variant="h1" sx={{ fontSize: 22 }}>
          {books.length === 0 ? '绩衡' : '账套'}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          区县财政局预算绩效管理 · 数据只存在本机，不联网。
        </Typography>
      </Box>
      {books.length > 0 && <BookList books={books} openBook={openBook} />}
      <CreateBook by={by} onMake={onMake} setBy={setBy} />
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
              {book.year} 年度{book.demo && '（演示）'}
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

function CreateBook({ by, onMake, setBy }: Pick<Props, 'by' | 'onMake' | 'setBy'>) {
  const { attempt } = useToast()
  const [regionCode, setRegionCode] = useState('511922')
  const [office, setOffice] = useState<string | null>(null)
  const [section, setSection] = useState(defaultSections[0]?.name ?? '')
  const [year, setYear] = useState(String(new Date().getFullYear()))
  const [rulesId, setRulesId] = useState<string | null>(null)
  const [person, setPerson] = useState(by)
  const [asked, setAsked] = useState(false)

  const region = regions.find((candidate) => candidate.code === regionCode) ?? regions[0]
  const officeName = office ?? officeOf(region.name)
  const yearNumber = Number(year)
  const yearValid = /^20\d\d$/.test(year)
  const rules = rulesId ?? rulesForYear(yearNumber)
  const complete = yearValid && officeName.trim() !== '' && section.trim() !== '' && person.trim() !== ''

  function create() {
    setAsked(true)
    if (!complete) return
    const newBook: NewBook = {
      year: yearNumber,
      identity: {
        regionCode: region.code,
        regionName: region.name,
        level: region.code === '511900' ? 'city' : 'county',
        office: officeName.trim(),
        section: section.trim(),
      },
      rulesId: rules,
      by: person.trim(),
    }
    attempt(async () => {
      await onMake(() => createBook(newBook))
      setBy(person.trim())
    })
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
          label="区县"
          value={regionCode}
          onChange={(event) => setRegionCode(event.target.value)}
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
          onChange={(event) => setYear(event.target.value)}
          error={asked && !yearValid}
          helperText={asked && !yearValid ? '请填四位年份，如 2025' : ''}
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }}
        />
        <TextField
          label="单位名称"
          value={officeName}
          onChange={(event) => setOffice(event.target.value)}
          error={missing(officeName) !== ''}
          helperText={missing(officeName)}
        />
        <TextField
          label="股室"
          value={section}
          onChange={(event) => setSection(event.target.value)}
          error={missing(section) !== ''}
          helperText={missing(section)}
        />
        <TextField
          select
          label="指标体系（规则包）"
          value={rules}
          onChange={(event) => setRulesId(event.target.value)}
          helperText="以后可在“设置 › 账套”中更换。"
        >
          {shippedRules.map((pack) => (
            <MenuItem key={pack.id} value={pack.id}>
              {pack.name}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label="经办人"
          value={person}
          onChange={(event) => setPerson(event.target.value)}
          error={missing(person) !== ''}
          helperText={missing(person) || '每次修改都记下这个名字。'}
        />
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
        <Button type="submit" variant="contained">
          新建账套
        </Button>
      </Box>
    </Paper>
  )
}

function officeOf(regionName: string): string {
  return regionName.includes('开发区') ? `${regionName}财政金融局` : `${regionName}财政局`
}

/** The pack made for the year: the latest that is not younger than the year itself. */
function rulesForYear(year: number): string {
  const fitting = shippedRules
    .filter((pack) => pack.year <= year)
    .toSorted((left, right) => right.year - left.year)
  return (fitting[0] ?? shippedRules[0])?.id ?? ''
}
