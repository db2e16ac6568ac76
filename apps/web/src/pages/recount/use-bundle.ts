import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { DomainError } from '#libs/kernel';
import { fetchFile } from '../../api/client.js';
import { ProblemError } from '../../api/problem.js';
import { countFile, publicAddress, type Counted, type Fault } from './recount-file.js';

/** Why nothing was counted: a link that leads elsewhere, and a file that the browser cannot read, have no bundle. */
export type FaultOnPage = Fault | 'address' | 'unreadable';

export interface BundleOnPage {
  readonly busy: Ref<boolean>;
  readonly counted: ShallowRef<Counted | null>;
  readonly fault: ShallowRef<FaultOnPage | null>;
  readonly problem: ShallowRef<ProblemError | null>;
  /** What the file is called, or where it was fetched. */
  readonly source: Ref<string>;
  count(file: File): Promise<void>;
  fetchFrom(asked: string): Promise<void>;
}

/** Lets the page say that it counts before it does, since counting holds everything else up. */
const shown = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** One bundle, from a file or from this site, and what came of it; the one that was asked for last. */
export function useBundle(): BundleOnPage {
  const busy = ref(false);
  const counted = shallowRef<Counted | null>(null);
  const fault = shallowRef<FaultOnPage | null>(null);
  const problem = shallowRef<ProblemError | null>(null);
  const source = ref('');
  let latest = 0;

  function begin(name: string): number {
    [counted.value, fault.value, problem.value, source.value] = [null, null, null, name];
    latest += 1;
    return latest;
  }

  async function take(name: string, read: () => Promise<ArrayBuffer>): Promise<void> {
    const mine = begin(name);
    busy.value = true;
    try {
      const bytes = new Uint8Array(await read());
      await shown();
      if (mine !== latest) return;
      const found = countFile(bytes);
      if (found instanceof DomainError || typeof found === 'string') fault.value = found;
      else counted.value = found;
    } catch (thrown) {
      if (mine !== latest) return;
      if (thrown instanceof ProblemError) problem.value = thrown;
      else fault.value = 'unreadable';
    } finally {
      if (mine === latest) busy.value = false;
    }
  }

  async function fetchFrom(asked: string): Promise<void> {
    const address = publicAddress(asked, location.origin);
    if (address !== null) {
      await take(location.origin + address, async () => (await fetchFile(address)).arrayBuffer());
      return;
    }
    begin('');
    busy.value = false;
    fault.value = 'address';
  }

  return {
    busy,
    counted,
    fault,
    problem,
    source,
    fetchFrom,
    count: (file) => take(file.name, () => file.arrayBuffer()),
  };
}
