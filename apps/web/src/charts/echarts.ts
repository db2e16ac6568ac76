import { LineChart, type LineSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  TooltipComponent,
  type GridComponentOption,
  type TooltipComponentOption,
} from 'echarts/components';
import { init, use, type ComposeOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

/** Only what the pictures need; drawn as SVG, which prints sharp and reads at 200%. */
use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

export type LineOption = ComposeOption<LineSeriesOption | GridComponentOption | TooltipComponentOption>;

export function drawInto(element: HTMLElement): EChartsType {
  return init(element, null, { renderer: 'svg' });
}
