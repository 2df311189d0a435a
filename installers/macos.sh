#!/usr/bin/env bash
# Makes target/installers/Corymb-VERSION.dmg with a Java runtime inside. Run on macOS with a JDK 25 or newer (Xcode's command line tools give the rest).
# To sign: set CORYMB_SIGN to the name of the "Developer ID Application" certificate.
set -euo pipefail
cd "$(dirname "$0")/.."

jdk=${JAVA_HOME:-$(/usr/libexec/java_home -v 25+)}
folder=target/corymb
out=target/installers
rm -rf "$folder" "$out"
mkdir -p "$out/input"
./mvnw -q -DskipTests package
version=$("$folder/bin/corymb" --version)
version=${version#corymb }

modules=java.base,java.desktop,java.management,java.naming,java.net.http,java.sql,jdk.charsets,jdk.unsupported,jdk.zipfs,javafx.controls,javafx.fxml
"$jdk/bin/jlink" --module-path "$folder/lib/javafx" --add-modules "$modules" --exclude-resources='**.dylib' \
    --no-header-files --no-man-pages --strip-java-debug-attributes --compress zip-6 --output "$out/runtime"
cp "$folder"/lib/javafx/*.dylib "$out/runtime/lib/"

cp -a "$folder"/lib/*.jar "$folder"/lib/lib* LICENSE "$out/input/"
options=()
while read -r option; do
    [ -z "$option" ] || [[ $option = \#* ]] || options+=(--java-options "${option/ /=}")
done <"$folder/lib/options"
sign=()
[ -z "${CORYMB_SIGN:-}" ] || sign=(--mac-sign --mac-signing-key-user-name "$CORYMB_SIGN")
# macOS wants a version whose first number is not 0; the program itself tells its own.
# shellcheck disable=SC2016 # $APPDIR is for the launcher to fill in
"$jdk/bin/jpackage" --type dmg --dest "$out" --name Corymb --app-version "${version/#0./1.}" \
    --runtime-image "$out/runtime" --input "$out/input" --main-jar corymb.jar --main-class corymb.Main \
    --icon installers/corymb.icns --mac-package-identifier io.corymb --license-file LICENSE "${options[@]}" \
    --java-options -Xlog:disable --java-options '-Dorg.sqlite.lib.path=$APPDIR' --java-options '-Djava.library.path=$APPDIR' \
    ${sign[@]+"${sign[@]}"}
rm -rf "$out/input" "$out/runtime"
ls -lh "$out"
