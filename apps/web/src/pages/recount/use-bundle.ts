import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { fetchFile } from '../../api/client.js';
import { DomainError } from '#libs/kernel';
import { useDeed, type Deed } from '../../use/deed.js';
import { countFile, publicAddress, type Counted, type Fault } from './recount-file.js';

export interface BundleOnPage extends Pick<Deed, 'busy' | 'problem'> {
  readonly counted: ShallowRef<Counted | null>;
  readonly fault: ShallowRef<Fault | 'address' | null>;
  /** What the file is called, or where it was fetched. */
  readonly source: Ref<string>;
  count(file: File): Promise<void>;
  fetchFrom(asked: string): Promise<void>;
  clear(): void;
}

/** Lets the page say that it counts before it does, since counting holds everything else up. */
const shown = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** One bundle, from a file or from this site, and what came of it. */
export function useBundle(): BundleOnPage {
  const { busy, problem, run } = useDeed();
  const counted = shallowRef<Counted | null>(null);
  const fault = shallowRef<Fault | 'address' | null>(null);
  const source = ref('');

  function clear(): void {
    counted.value = null;
    fault.value = null;
    problem.value = null;
  }

  async function take(name: string, bytesOf: () => Promise<Blob>): Promise<void> {
    clear();
    source.value = name;
    await run(async () => {
      const bytes = new Uint8Array(await (await bytesOf()).arrayBuffer());
      await shown();
      const found = countFile(bytes);
      if (found instanceof DomainError || typeof found === 'string') fault.value = found;
      else counted.value = found;
    });
  }

  async function fetchFrom(asked: string): Promise<void> {
    clear();
    const address = publicAddress(asked, location.origin);
    if (address === null) fault.value = 'address';
    else await take(location.origin + address, () => fetchFile(address));
  }

  return {
    busy,
    problem,
    counted,
    fault,
    source,
    clear,
    fetchFrom,
    count: (file) => take(file.name, async () => file),
  };
}
