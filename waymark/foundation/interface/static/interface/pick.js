// Long selects get a box to type in. The script for it is only fetched by pages that have one.
export function startPicks () {
  const selects = document.querySelectorAll('select[data-module="waymark-pick"]')
  if (selects.length === 0) return
  const style = document.createElement('link')
  style.rel = 'stylesheet'
  style.href = new URL('./accessible-autocomplete/accessible-autocomplete.min.css', import.meta.url)
  document.head.prepend(style)
  const script = document.createElement('script')
  script.src = new URL('./accessible-autocomplete/accessible-autocomplete.min.js', import.meta.url)
  script.addEventListener('load', () => selects.forEach(enhance))
  document.head.append(script)
}

function enhance (select) {
  const words = document.body.dataset
  const hint = select.getAttribute('aria-describedby')
  window.accessibleAutocomplete.enhanceSelectElement({
    selectElement: select,
    defaultValue: select.options[select.selectedIndex]?.text ?? '',
    minLength: 2,
    preserveNullOptions: true,
    showAllValues: select.options.length <= 60,
    tNoResults: () => words.pickNone ?? 'No results found',
    tStatusQueryTooShort: (least) => (words.pickShort ?? 'Type {n} or more characters for results').replace('{n}', least)
  })
  const box = document.getElementById(select.id.replace(/-select$/, ''))
  if (!box) return
  // What is typed but not in the list must not be sent as the choice made before.
  box.addEventListener('blur', () => {
    const wanted = box.value.trim().toLowerCase()
    const found = Array.from(select.options).find((option) => option.text.trim().toLowerCase() === wanted)
    select.value = found ? found.value : ''
  })
  if (hint) {
    box.setAttribute('aria-describedby', `${hint} ${box.getAttribute('aria-describedby') ?? ''}`.trim())
  }
  if (select.classList.contains('govuk-select--error')) box.classList.add('waymark-pick--error')
}
