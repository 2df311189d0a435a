@echo off
rem Starts Corymb with the first Java 25 or newer that is found: CORYMB_JAVA, the bundled runtime, then as find-java.cmd says.
rem Options for the virtual machine can be given in CORYMB_OPTIONS.
setlocal EnableExtensions DisableDelayedExpansion
for %%H in ("%~dp0..") do set "CORYMB_HOME=%%~fH"

if not defined CORYMB_JAVA goto find
set "JAVA=%CORYMB_JAVA%"
if exist "%CORYMB_JAVA%\bin\java.exe" set "JAVA=%CORYMB_JAVA%\bin\java.exe"
goto run

:find
call "%CORYMB_HOME%\lib\find-java.cmd" java "%CORYMB_HOME%\runtime"
set "JAVA=%CANDIDATE%\bin\java.exe"
if defined CANDIDATE goto run
echo Corymb needs Java 25 or newer and found none: install one, for example from adoptium.net, or set CORYMB_JAVA to its folder. 1>&2
exit /b 1

:run
set "MODULES="
if exist "%CORYMB_HOME%\lib\javafx\" set MODULES=--module-path="%CORYMB_HOME%\lib\javafx"
"%JAVA%" "@%CORYMB_HOME%\lib\options" -Dorg.sqlite.lib.path="%CORYMB_HOME%\lib" -Djava.library.path="%CORYMB_HOME%\lib" -XX:AOTCache="%CORYMB_HOME%\lib\corymb.aot" -Xlog:disable %MODULES% %CORYMB_OPTIONS% -cp "%CORYMB_HOME%\lib\corymb.jar" corymb.Main %*
exit /b %ERRORLEVEL%
