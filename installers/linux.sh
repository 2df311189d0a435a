#!/usr/bin/env bash
# Makes target/installers/corymb_VERSION_ARCH.deb and corymb-VERSION-linux-ARCH.tar.gz, each with a Java runtime inside.
# Needs a JDK 25 or newer (JAVA_HOME, or one in /usr/lib/jvm) and dpkg-deb.
set -euo pipefail
cd "$(dirname "$0")/.."

for jdk in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    [ -x "$jdk/bin/jlink" ] && grep -qE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$jdk/release" 2>/dev/null && break
    jdk=
done
[ -n "$jdk" ] || { echo "A JDK 25 or newer with jlink is needed: set JAVA_HOME to it." >&2; exit 1; }

folder=target/corymb
out=target/installers
rm -rf "$folder" "$out"
mkdir -p "$out"
./mvnw -q -DskipTests package
version=$("$folder/bin/corymb" --version)
version=${version#corymb }

# The runtime: only the modules that Corymb uses, JavaFX among them, its native libraries where the runtime looks for them.
runtime=$out/runtime
modules=java.base,java.desktop,java.management,java.naming,java.net.http,java.sql,jdk.charsets,jdk.unsupported,jdk.zipfs,javafx.controls,javafx.fxml
"$jdk/bin/jlink" --module-path "$folder/lib/javafx" --add-modules "$modules" --exclude-resources='**.so' \
    --no-header-files --no-man-pages --strip-java-debug-attributes --compress zip-6 --output "$runtime"
cp "$folder"/lib/javafx/*.so "$runtime/lib/"

# The portable folder.
portable=$out/corymb-$version
cp -a "$folder" "$portable"
rm -rf "$portable"/lib/{javafx,corymb.aot}
cp -a "$runtime" "$portable/runtime"
# A start from which the virtual machine learns what to keep in the cache.
"$portable/runtime/bin/java" "@$portable/lib/options" -XX:AOTCacheOutput="$portable/lib/corymb.aot" \
    -Dorg.sqlite.lib.path="$portable/lib" -Djava.library.path="$portable/lib" -Dglass.platform=Headless -Dprism.order=sw -Duser.home="$PWD/$out/rehearsal" \
    -cp "$portable/lib/corymb.jar" corymb.Rehearsal >"$out/rehearsal.log" 2>&1 ||
    echo "No start-up cache was made (see $out/rehearsal.log); starts will only be slower." >&2
tar -C "$out" -czf "$out/corymb-$version-linux-$(uname -m).tar.gz" "corymb-$version"

# The package is the portable folder with a link, a menu entry and an icon. Not by jpackage: its launcher looks into the
# package database at every start, which doubles the processor time of a short command.
package=$out/package
mkdir -p "$package"/{DEBIAN,opt,usr/bin,usr/share/applications,usr/share/icons/hicolor/scalable/apps}
cp -a "$portable" "$package/opt/corymb"
ln -s /opt/corymb/bin/corymb "$package/usr/bin/corymb"
cp installers/deb/corymb.desktop "$package/usr/share/applications/"
cp src/main/resources/icons/corymb.svg "$package/usr/share/icons/hicolor/scalable/apps/"
chmod -R u=rwX,go=rX "$package"
sed -e "s/VERSION/$version/" -e "s/ARCH/$(dpkg --print-architecture)/" \
    -e "s/SIZE/$(du -sk "$package" | cut -f1)/" installers/deb/control >"$package/DEBIAN/control"
# The standard compression takes minutes for a few percent.
dpkg-deb --root-owner-group -Zzstd -b "$package" "$out/corymb_${version}_$(dpkg --print-architecture).deb"
rm -rf "$runtime" "$package" "$out/rehearsal"
ls -lh "$out"
