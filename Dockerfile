# syntax=docker/dockerfile:1
# The program alone: one static file, no shell, no system. See docs/ci.md.

# On Alpine cargo builds for musl, and links everything into the file.
FROM rust:1-alpine AS build
RUN apk add --no-cache gcc musl-dev
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry cargo build --release --locked --bin dicomply

FROM scratch
COPY --from=build /build/target/release/dicomply /usr/local/bin/dicomply
ENV PATH=/usr/local/bin
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["dicomply"]
CMD ["--help"]
