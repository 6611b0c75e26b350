//! The `dicomply` program.
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let t = std::time::Instant::now();
    let r = dicomply::source::read(vec![dicomply::source::Input { path, bytes }], &|p| std::fs::read(p).ok());
    println!("read {:?}", t.elapsed());
    let t = std::time::Instant::now();
    let f = {
        let mut a = r.findings.clone();
        a.extend(dicomply::lint::lint(&r.project, &dicomply::config::Config::default(), vec![]));
        a
    };
    println!("lint {:?}", t.elapsed());
    for f in f.iter().take(60) {
        let l = r.sources.locate(&f.place).unwrap();
        let file = r.sources.file(l.file).unwrap();
        let line = file.text()[..l.range.start].matches('\n').count() + 1;
        println!(
            "{}:{} {} `{}` {} | {:?}",
            line,
            f.place.route().map(|r| r.to_string()).unwrap_or_default(),
            f.rule,
            &file.text()[l.range],
            f.message,
            f.help
        );
    }
}
