/** What a reader has put in: text in the box, or a file or a log too long for a box. Knows what was typed and what was pasted. */
import { h } from './dom.ts';
import type { LogSource } from './protocol.ts';
import { size } from './words.ts';

/** UTF-16 code units. A box with more text than this makes every key press slow: it becomes an attachment. */
const LONGEST_IN_BOX = 100_000;

export interface InputParts {
  area: HTMLTextAreaElement;
  file: HTMLInputElement;
  attachment: HTMLElement;
  clear: HTMLButtonElement;
  /** Where files may be dropped. */
  zone: HTMLElement;
}

export interface LookupInput {
  source(): LogSource | null;
  /** The text, when all of it was typed and none was pasted or dropped. */
  typed(): string | null;
  /** Puts text in, as if it had been typed unless said otherwise. */
  fill(text: string, typed?: boolean): void;
  focus(): void;
}

/** @param changed `at once` for a paste or a file, so that no time is lost waiting for more keys. */
export function createLookupInput(
  { area, file, attachment, clear, zone }: InputParts,
  changed: (atOnce: boolean) => void,
): LookupInput {
  let attached: { name: string; source: LogSource; bytes: number } | null = null;
  let pasted = false;

  function attach(next: typeof attached): void {
    attached = next;
    attachment.hidden = next === null;
    area.hidden = next !== null;
    attachment.replaceChildren(
      ...(next === null
        ? []
        : [h('span', { class: 'attachment-name' }, next.name), h('span', { class: 'muted' }, size(next.bytes))]),
    );
    update(true);
  }

  function update(atOnce: boolean): void {
    if (area.value === '' && attached === null) pasted = false;
    clear.hidden = area.value === '' && attached === null;
    changed(atOnce);
  }

  const attachFile = (chosen: File): void => {
    pasted = true;
    attach({ name: chosen.name, source: { kind: 'file', file: chosen }, bytes: chosen.size });
  };

  const attachText = (text: string): void => {
    pasted = true;
    attach({ name: 'Pasted log', source: { kind: 'text', text }, bytes: text.length });
  };

  area.addEventListener('input', (event) => {
    const { inputType = '' } = event as InputEvent;
    const brought = /^insertFrom(?:Paste|Drop)/.test(inputType);
    if (brought) pasted = true;
    update(brought);
  });
  area.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length <= LONGEST_IN_BOX) return;
    event.preventDefault();
    attachText(area.value === '' ? text : `${area.value}\n${text}`);
  });
  file.addEventListener('change', () => {
    if (file.files?.[0]) attachFile(file.files[0]);
    file.value = '';
  });
  clear.addEventListener('click', () => {
    area.value = '';
    attach(null);
    area.focus();
  });

  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  zone.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    zone.classList.add('dropping');
  });
  zone.addEventListener('dragleave', (event) => {
    if (!zone.contains(event.relatedTarget as Node | null)) zone.classList.remove('dropping');
  });
  zone.addEventListener('drop', (event) => {
    zone.classList.remove('dropping');
    const dropped = event.dataTransfer?.files[0];
    if (!dropped) return;
    event.preventDefault();
    attachFile(dropped);
  });

  return {
    source: () => attached?.source ?? (area.value.trim() === '' ? null : { kind: 'text', text: area.value }),
    typed: () => (pasted ? null : area.value),
    fill(text, typed = true) {
      area.value = text;
      pasted = !typed;
      update(true);
    },
    focus: () => area.focus(),
  };
}
