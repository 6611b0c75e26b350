//! Reading what nobody would write on purpose.
