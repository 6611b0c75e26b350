//! What `standard` knows, held against the dictionary it rests on.

mod names;
mod registry;
