// Privacy cover: Esc twice, or the Hide button, blanks the page for open-plan offices. Esc, or the button on it, shows it again.
const TWICE_WITHIN = 800

export function startCover () {
  const cover = document.getElementById('waymark-cover')
  const hide = document.querySelector('[data-waymark-hide]')
  if (!cover || typeof cover.showModal !== 'function') return
  let last = 0

  const show = () => {
    if (!cover.open) {
      document.body.classList.add('waymark-covered')
      cover.showModal()
    }
  }
  cover.addEventListener('close', () => document.body.classList.remove('waymark-covered'))
  cover.querySelector('button').addEventListener('click', () => cover.close())
  if (hide) {
    hide.hidden = false
    hide.addEventListener('click', show)
  }
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || cover.open) return
    const now = Date.now()
    if (now - last < TWICE_WITHIN) {
      last = 0
      event.preventDefault()
      show()
    } else {
      last = now
    }
  })
}
