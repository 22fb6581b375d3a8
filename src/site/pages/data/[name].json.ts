/** `/data/index.<hash>.json` and `/data/answers.<hash>.json`: what the search loads, whole and once. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { dataFiles } from '../../data/data-files.ts';

export const getStaticPaths = (async () =>
  Object.values(await dataFiles()).map(({ path, body }) => ({
    params: { name: path.slice('/data/'.length, -'.json'.length) },
    props: { body },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(props.body, { headers: { 'content-type': 'application/json; charset=utf-8' } });
