export interface Pairing<Left, Right> {
  /** In the order in which they choose. */
  readonly lefts: readonly Left[];
  /** The rights that fit a left, the preferred ones first. Asked often. */
  readonly candidates: (left: Left) => readonly Right[];
  /** Rights that may not stay alone. */
  readonly must?: ReadonlySet<Right>;
}

/**
 * Pairs lefts and rights that fit, each at most once, and returns the left of each right that got one. As many lefts
 * as possible are paired; then as many rights of `must` as possible, without losing a left. (Mendelsohn and Dulmage:
 * where all lefts can be paired, and all of `must` can be paired, both can at once.) By augmenting paths: polynomial,
 * and O(lefts × rights) where most fit.
 */
export function assign<Left, Right>(pairing: Pairing<Left, Right>): Map<Right, Left> {
  const { lefts, candidates, must = new Set<Right>() } = pairing;
  const owners = new Map<Right, Left>();
  let seen = new Set<Right>();

  /** Gives `left` a right, moving others to other rights where that helps. */
  function settle(left: Left): boolean {
    const rights = candidates(left);
    const vacant = rights.find((right) => !owners.has(right));
    if (vacant !== undefined) {
      owners.set(vacant, left);
      return true;
    }
    return rights.some((right) => {
      const owner = owners.get(right);
      if (owner === undefined || seen.has(right)) return false;
      seen.add(right);
      const moved = settle(owner);
      if (moved) owners.set(right, left);
      return moved;
    });
  }

  /** Gives `right` a left, taken from a right that may stay alone or that another left can replace. */
  function claim(right: Right): boolean {
    for (const [owned, left] of [...owners]) {
      if (seen.has(owned) || !candidates(left).includes(right)) continue;
      seen.add(owned);
      if (must.has(owned) && !claim(owned)) continue;
      if (owners.get(owned) === left) owners.delete(owned);
      owners.set(right, left);
      return true;
    }
    return false;
  }

  // What a failed search has seen can lead nowhere until another one succeeds.
  for (const left of lefts) if (settle(left)) seen = new Set();
  for (const right of must) {
    seen = new Set([right]);
    if (!owners.has(right)) claim(right);
  }
  return owners;
}
