// Warns two minutes before a session ends, and saves what is typed in long forms. Without it the page says the time in words.
const SAVE_EVERY = 20000

export function startSession () {
  const dialog = document.getElementById('waymark-session')
  if (!dialog || typeof dialog.showModal !== 'function') return
  const watch = warning(dialog)
  startSaving(dialog, watch)
}

function warning (dialog) {
  const button = dialog.querySelector('button')
  let timers = []
  let over = false

  const wait = (seconds) => {
    timers.forEach(clearTimeout)
    const warnIn = Math.max(seconds - Number(dialog.dataset.warn), 0)
    timers = [setTimeout(() => dialog.open || dialog.showModal(), warnIn * 1000), setTimeout(end, seconds * 1000)]
  }
  const end = () => {
    over = true
    dialog.querySelector('h2').textContent = dialog.dataset.overTitle
    dialog.querySelector('[data-session-said]').textContent = dialog.dataset.overWords
    button.textContent = dialog.dataset.overButton
    if (!dialog.open) dialog.showModal()
  }
  const renew = async () => {
    if (over) return dialog.close()
    try {
      const answer = await fetch(dialog.dataset.renew, { headers: { Accept: 'application/json' }, redirect: 'error' })
      const said = await answer.json()
      wait(said.seconds)
      dialog.close()
    } catch (problem) {
      end()
    }
  }
  button.addEventListener('click', renew)
  wait(Number(dialog.dataset.seconds))
  return { wait, end }
}

function startSaving (dialog, watch) {
  const area = document.querySelector('main form[method="post"] textarea')
  const form = area && area.form
  if (!form || !dialog.dataset.keep) return
  const words = document.querySelector('[data-saved-words]')
  let changed = false
  let gone = false
  let timer = null
  let going = null

  const save = async () => {
    timer = null
    if (!changed || gone) return
    changed = false
    const fields = new FormData(form)
    for (const [name, value] of [...fields]) {
      if (value instanceof File) fields.delete(name)
    }
    // The token of the form itself must stay good: this is no sending of it.
    fields.delete('once')
    fields.set('page', window.location.pathname + window.location.search)
    going = new AbortController()
    try {
      const answer = await fetch(dialog.dataset.keep, {
        method: 'POST', body: fields, headers: { Accept: 'application/json' }, redirect: 'error', signal: going.signal
      })
      const said = await answer.json()
      words.textContent = said.said
      watch.wait(said.seconds)
    } catch (problem) {
      changed = true
    }
  }
  form.addEventListener('input', () => {
    changed = true
    if (timer === null) timer = setTimeout(save, SAVE_EVERY)
  })
  form.addEventListener('submit', () => {
    gone = true
    clearTimeout(timer)
    if (going) going.abort()
  })
}
