import { describe, expect, it } from 'vitest';
import { type MetricName, metrics } from '../../../functions/contract/metrics.ts';
import { ofType, textOf } from './watched-app.ts';

interface Widget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  // biome-ignore lint/suspicious/noExplicitAny: a dashboard is asserted on, not programmed against.
  readonly properties: any;
}

const dashboards = ofType('AWS::CloudWatch::Dashboard');
const body = textOf(dashboards[0]?.Properties.DashboardBody);
const { widgets, ...rest } = JSON.parse(body) as { widgets: Widget[]; start?: string };
const headings = widgets.filter(({ type }) => type === 'text');
const graphs = widgets.filter(({ type }) => type === 'metric');

describe('The dashboard', () => {
  it('is one, named after the system, and shows from one pay day to the next', () => {
    expect(dashboards.map(({ Properties }) => Properties.DashboardName)).toEqual([
      'Statsbidrag-test',
    ]);
    expect(rest).toEqual({ start: '-P35D' });
  });

  it('asks first whether anything is blocked, then shows money, evidence and machinery', () => {
    const order = [...widgets]
      .sort((a, b) => a.y - b.y)
      .filter(({ type }) => type === 'text' || type === 'alarm')
      .map(({ properties }) => properties.markdown?.split('\n')[0] ?? properties.title);
    expect(order).toEqual([
      '# Statsbidrag-test',
      'Is money or evidence blocked?',
      '## Money',
      '## Evidence',
      '## Machinery',
    ]);
  });

  it('lies on the grid, and no widget on another', () => {
    const taken = new Map<string, string>();
    for (const { x, y, width, height, properties } of widgets) {
      const title = properties.title ?? properties.markdown;
      expect(x + width, title).toBeLessThanOrEqual(24);
      for (let column = x; column < x + width; column++)
        for (let line = y; line < y + height; line++) {
          const cell = `${column},${line}`;
          expect(taken.get(cell), `${title} at ${cell}`).toBeUndefined();
          taken.set(cell, title);
        }
    }
    // Nor is there a hole in it.
    const lines = Math.max(...widgets.map(({ y, height }) => y + height));
    expect(taken.size).toBe(24 * lines);
  });

  it('asks a question in each title, once', () => {
    const titles = graphs.map(({ properties }) => properties.title);
    for (const title of titles) expect(title).toMatch(/^[A-Z].*\?( \(.*\))?$/);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('shows every number that the functions count', () => {
    const shown = (Object.keys(metrics) as MetricName[]).filter((name) =>
      body.includes(`"Statsbidrag","${name}"`),
    );
    expect(shown).toEqual(Object.keys(metrics));
  });

  it('says where the runbook is, and shows every alarm', () => {
    expect(headings[0]?.properties.markdown).toContain('docs/runbook.md');
    const [status] = widgets.filter(({ type }) => type === 'alarm');
    expect(status?.properties.alarms).toHaveLength(ofType('AWS::CloudWatch::Alarm').length);
  });
});
