// Names for conversations: objects, chosen at random, that only this counsellor sees. None is a word of a return phrase in any language.
import sodium from "./sodium.mjs";

export const LABELS = (
  "Accordion Acorn Anvil Badger Barley Birch Bobbin Bookmark Bucket Buoy Candle Cello Chestnut Clove Clover Compass Crumpet Driftwood Drumstick "
  + "Fennel Fern Ferry Fig Flute Gravel Hammock Harbour Hazel Heron Hinge Inkpot Inkwell Juniper Kettle Kingfisher Ladle Lantern Lichen Lighthouse "
  + "Magpie Mitten Moss Notebook Nutmeg Otter Parsnip Pebble Plum Postcard Puffin Quilt Radish Rosemary Rowan Saucer Scarf Sparrow Sundial "
  + "Tambourine Teacup Teapot Thimble Thistle Thyme Trellis Turnip Willow Wren"
).split(" ");

/** Returns a label that is not in use; when all are, one with a number. @param {string[]} used */
export function newLabel(used) {
  const free = LABELS.filter((label) => !used.includes(label));
  if (free.length) return free[sodium.randombytes_uniform(free.length)];
  return `${LABELS[sodium.randombytes_uniform(LABELS.length)]} ${used.length}`;
}
