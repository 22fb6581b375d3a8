import { expect, test } from 'vitest';
import { renderInline, renderProse } from '../../../src/build/prose.ts';

const nowhere = () => null;
const same = (href: string) => href;

test('renders Markdown', () => {
  expect(renderProse('Use `make`, **now**', same)).toBe('<p>Use <code>make</code>, <strong>now</strong></p>');
});

test('drops raw HTML', () => {
  expect(renderProse('a <script>alert(1)</script> b\n\n<img src=x onerror=alert(1)>', same)).not.toMatch(
    /<script|<img/,
  );
});

test('escapes what looks like markup in code', () => {
  expect(renderInline('`<b>&`', same)).toBe('<code>&#x3C;b>&#x26;</code>');
});

test('shows a link that leads nowhere as its text and its path', () => {
  expect(renderInline('See [On-Call](../README.md#on-call)', nowhere)).toBe(
    'See On-Call (<code>../README.md#on-call</code>)',
  );
});

test('keeps the path of a link that is its own text once', () => {
  expect(renderInline('[../a.md](../a.md)', nowhere)).toBe('../a.md');
});

test('resolves a link', () => {
  expect(renderInline('[x](y.md)', () => '/x/')).toBe('<a href="/x/">x</a>');
});

test('links a picture instead of loading it', () => {
  expect(renderInline('![a chart](https://example.org/c.png)', same)).toBe(
    '<a href="https://example.org/c.png">a chart</a>',
  );
});
