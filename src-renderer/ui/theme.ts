import { createTheme } from '@mui/material/styles'
import { focusFirstField } from './first-field.ts'

/** Design tokens; the one place where a colour is written. */
export const colours = {
  text: '#1F2933',
  secondary: '#52606D',
  placeholder: '#66727F',
  page: '#F5F7FA',
  surface: '#FFFFFF',
  line: '#E4E7EB',
  control: '#BCC5CE',
  head: '#F0F4F8',
  primary: '#17517E',
  selected: '#E3EEF7',
  ok: '#2A732E',
  attention: '#8A5A12',
  alarm: '#C53030',
  excess: '#2B6CB0',
  // Readable on a chosen row too.
  empty: '#5A6672',
} as const

export const fontFamily =
  '"Noto Sans SC", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif'

/** Where the keyboard is; inside where what lies around would cut it off. */
function focusRing(outlineOffset: number) {
  return { outline: `2px solid ${colours.primary}`, outlineOffset }
}

const motion = '120ms'
const controlHeight = 32

/** One theme for all pages: 14 px body, 32 px controls, radius 4, lines instead of shadows. */
export const theme = createTheme({
  palette: {
    primary: { main: colours.primary },
    error: { main: colours.alarm },
    warning: { main: colours.attention },
    success: { main: colours.ok },
    info: { main: colours.excess },
    text: { primary: colours.text, secondary: colours.secondary, disabled: colours.placeholder },
    background: { default: colours.page, paper: colours.surface },
    divider: colours.line,
    action: { selected: colours.selected, hover: colours.head },
  },
  shape: { borderRadius: 4 },
  spacing: 4,
  typography: {
    fontFamily,
    htmlFontSize: 16,
    fontSize: 14,
    fontWeightMedium: 600,
    fontWeightBold: 600,
    h1: { fontSize: 18, fontWeight: 600, lineHeight: 1.4 },
    h2: { fontSize: 16, fontWeight: 600, lineHeight: 1.4 },
    h3: { fontSize: 14, fontWeight: 600, lineHeight: 1.5 },
    body1: { fontSize: 14, lineHeight: 1.5 },
    body2: { fontSize: 13, lineHeight: 1.5 },
    caption: { fontSize: 12, lineHeight: 1.5 },
    button: { fontSize: 14, textTransform: 'none', fontWeight: 400, lineHeight: 1.4 },
  },
  // Who asks the system for less motion need not wait for it either.
  motion: { reducedMotion: 'system' },
  transitions: {
    duration: {
      shortest: 120,
      shorter: 120,
      short: 120,
      standard: 120,
      complex: 120,
      enteringScreen: 120,
      leavingScreen: 120,
    },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        html: { scrollbarGutter: 'auto' },
        body: {
          fontSize: 14,
          fontVariantNumeric: 'tabular-nums',
          overflow: 'hidden',
          WebkitFontSmoothing: 'auto',
        },
        '#root': { height: '100vh' },
        a: { color: colours.primary },
        // A browser writes these in letters of its own.
        'button, input, select, textarea': { fontFamily: 'inherit' },
        ':focus-visible': focusRing(1),
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': { transition: 'none', animation: 'none' },
        },
        '@media print': { body: { overflow: 'visible' }, '#root': { height: 'auto' } },
      },
    },
    // Without the ripple a button would show nothing when the keyboard comes to it: its own style takes the outline away.
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': focusRing(1) } },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, size: 'medium' },
      styleOverrides: {
        root: {
          minHeight: controlHeight,
          padding: '4px 12px',
          whiteSpace: 'nowrap',
          transitionDuration: motion,
        },
        sizeSmall: { minHeight: 28, padding: '2px 8px', fontSize: 13 },
      },
    },
    MuiIconButton: { styleOverrides: { root: { borderRadius: 4, padding: 4 } } },
    MuiOutlinedInput: {
      defaultProps: { notched: true },
      styleOverrides: {
        root: {
          minHeight: controlHeight,
          background: colours.surface,
          '& .MuiOutlinedInput-notchedOutline': { borderColor: colours.control },
        },
        input: { padding: '5px 10px', height: 'auto', fontSize: 14, lineHeight: '20px' },
        multiline: { padding: 0 },
      },
    },
    MuiSelect: { styleOverrides: { select: { minHeight: '20px !important' } } },
    MuiInputLabel: { defaultProps: { shrink: true } },
    MuiFormHelperText: { styleOverrides: { root: { marginLeft: 0, fontSize: 12 } } },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          ...{ minHeight: 32, fontSize: 14, paddingTop: 4, paddingBottom: 4 },
          '&.Mui-focusVisible': focusRing(-2),
        },
      },
    },
    // Said by these two alone of what is used here; the whole locale would have the machine's numbers set up at every start.
    MuiAutocomplete: {
      defaultProps: {
        ...{ clearText: '清空', closeText: '收起', openText: '展开' },
        ...{ loadingText: '正在读取…', noOptionsText: '没有找到' },
      },
    },
    MuiAlert: { defaultProps: { closeText: '关闭' } },
    MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 4 } } },
    MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 4 } } },
    MuiTooltip: {
      defaultProps: { enterDelay: 400 },
      styleOverrides: { tooltip: { fontSize: 12, backgroundColor: colours.text, maxWidth: 420 } },
    },
    MuiPaper: { defaultProps: { elevation: 0 } },
    MuiDialog: {
      defaultProps: { slotProps: { transition: { onEnter: focusFirstField } } },
      styleOverrides: { paper: { borderRadius: 6 } },
    },
    MuiDialogTitle: {
      styleOverrides: { root: { fontSize: 16, fontWeight: 600, padding: '16px 24px 8px' } },
    },
    MuiDialogActions: { styleOverrides: { root: { padding: '8px 24px 16px' } } },
    MuiMenu: {
      styleOverrides: {
        paper: { border: `1px solid ${colours.line}`, boxShadow: '0 4px 16px rgba(31, 41, 51, .14)' },
      },
    },
    MuiToggleButton: { styleOverrides: { root: { color: colours.secondary } } },
    MuiTab: {
      styleOverrides: {
        root: {
          ...{ minHeight: 40, padding: '8px 16px', minWidth: 0 },
          '&.Mui-focusVisible': focusRing(-2),
        },
      },
    },
    MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
    MuiTableCell: {
      styleOverrides: {
        root: { padding: '6px 12px', fontSize: 13, lineHeight: '20px', borderColor: colours.line },
        head: { background: colours.head, fontWeight: 600, color: colours.text },
      },
    },
    MuiChip: { styleOverrides: { root: { borderRadius: 4, height: 26, fontSize: 13 } } },
  },
})
