#!/usr/bin/env bash
# Makes target/installers/corymb_VERSION_ARCH.deb and corymb-VERSION-linux-ARCH.tar.gz, each with a Java runtime inside.
# Needs a JDK 25 or newer (JAVA_HOME, or one in /usr/lib/jvm), binutils, fakeroot and dpkg-deb.
set -euo pipefail
cd "$(dirname "$0")/.."

for jdk in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    [ -x "$jdk/bin/jpackage" ] && grep -qE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$jdk/release" 2>/dev/null && break
    jdk=
done
[ -n "$jdk" ] || { echo "A JDK 25 or newer with jpackage is needed: set JAVA_HOME to it." >&2; exit 1; }

folder=target/corymb
out=target/installers
rm -rf "$folder" "$out"
mkdir -p "$out"
./mvnw -q -DskipTests package
version=$("$folder/bin/corymb" --version)
version=${version#corymb }

# The runtime: only the modules that Corymb uses, JavaFX among them, its native libraries where the runtime looks for them.
runtime=$out/runtime
modules=java.base,java.desktop,java.sql,jdk.charsets,jdk.unsupported,jdk.zipfs,javafx.controls,javafx.fxml
"$jdk/bin/jlink" --module-path "$folder/lib/javafx" --add-modules "$modules" --exclude-resources='**.so' \
    --no-header-files --no-man-pages --strip-java-debug-attributes --compress zip-6 --output "$runtime"
cp "$folder"/lib/javafx/*.so "$runtime/lib/"

# A start from which the virtual machine learns what to keep in the cache; the options are those of the later starts.
rehearse() {
    local java=$1 lib=$2 classes=$3
    "$java" "@$folder/lib/options" -XX:AOTCacheOutput="$lib/corymb.aot" -Dglass.platform=Headless -Dprism.order=sw \
        -Duser.home="$PWD/$out/rehearsal" -cp "$classes" corymb.Rehearsal >"$out/rehearsal.log" 2>&1 ||
        echo "No start-up cache was made (see $out/rehearsal.log); starts will only be slower." >&2
}

# The portable folder.
portable=$out/corymb-$version
cp -a "$folder" "$portable"
rm -rf "$portable"/lib/{javafx,corymb.aot}
cp -a "$runtime" "$portable/runtime"
rehearse "$PWD/$portable/runtime/bin/java" "$PWD/$portable/lib" "$PWD/$portable/lib/corymb.jar"
tar -C "$out" -czf "$out/corymb-$version-linux-$(uname -m).tar.gz" "corymb-$version"

# The package. The class path is the main jar alone: its manifest names the others.
input=$out/input
mkdir "$input"
cp -a "$portable"/lib/* "$input/"
rm "$input/corymb.aot" "$input/options"
options=()
while read -r option; do
    [ -z "$option" ] || [[ $option = \#* ]] || options+=(--java-options "${option/ /=}")
done <"$folder/lib/options"
# shellcheck disable=SC2016 # $APPDIR is for the launcher to fill in
"$jdk/bin/jpackage" --type app-image --dest "$out" --name corymb --app-version "$version" \
    --description "A desktop workbench for customer segmentation and personalisation" \
    --runtime-image "$runtime" --input "$input" --main-jar corymb.jar --main-class corymb.Main \
    --icon src/main/resources/icons/corymb-256.png "${options[@]}" \
    --java-options '-XX:AOTCache=$APPDIR/corymb.aot' --java-options -Xlog:disable \
    --java-options '-Dorg.sqlite.lib.path=$APPDIR' \
    --java-options -Dstdout.encoding=UTF-8 --java-options -Dstderr.encoding=UTF-8
app=$out/corymb/lib/app
cp -a LICENSE "$app/"
classes=$(sed -n 's/^app.classpath=//p' "$app/corymb.cfg" | sed "s|\$APPDIR|$PWD/$app|" | paste -sd:)
rehearse "$PWD/$runtime/bin/java" "$PWD/$app" "$classes"
# The strongest compression takes minutes for a few percent.
export DPKG_DEB_COMPRESSOR_LEVEL=2
"$jdk/bin/jpackage" --type deb --dest "$out" --app-image "$out/corymb" --name corymb --app-version "$version" \
    --resource-dir installers/deb --linux-shortcut \
    --vendor Corymb --linux-deb-maintainer corymb@localhost --license-file LICENSE
rm -rf "$input" "$runtime" "$out/corymb" "$out/rehearsal"
ls -lh "$out"
