# What CI runs, in its order.
default: test format lint doc

# Every test.
test:
    cargo test --locked

# Tests that need a browser too.
e2e:
    DICOMPLY_E2E=1 cargo test --locked

format:
    cargo fmt --check

lint:
    cargo clippy --all-targets --locked -- -D warnings

doc:
    RUSTDOCFLAGS=-Dwarnings cargo doc --no-deps --locked

# Write expectations and generated pages anew; read the difference before you commit it.
bless:
    DICOMPLY_BLESS=1 cargo test --locked

# Licences, advisories and sources of the dependencies (needs `cargo install cargo-deny`).
deny:
    cargo deny check
