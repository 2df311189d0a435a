@echo off
rem Called by corymb.cmd and mvnw.cmd: leaves in CANDIDATE the home of the first Java 25 or newer that has the tool %1 (java, or
rem javac for one that can compile). Looked for in the folder %2 where one is given, JAVA_HOME, the path, the registry, then the
rem folders where Java is usually installed. CANDIDATE stays empty when none is found.
set "CANDIDATE="
if not "%~2"=="" call :try %1 "%~2"
if defined JAVA_HOME call :try %1 "%JAVA_HOME%"
for %%J in (java.exe) do call :beside %1 "%%~$PATH:J"
for %%K in ("JavaSoft\JDK" "JavaSoft\Java Development Kit" "Eclipse Adoptium" "Microsoft\JDK" "Azul Systems\Zulu") do call :registered %1 %%K
for %%F in ("Eclipse Adoptium" Java Microsoft Zulu "Amazon Corretto" BellSoft) do call :inside %1 "%ProgramFiles%\%%~F"
call :inside %1 "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
call :inside %1 "%USERPROFILE%\.jdks"
exit /b 0

:beside
if "%~2"=="" exit /b 0
for %%H in ("%~dp2..") do call :try %1 "%%~fH"
exit /b 0

:registered
for /f "tokens=2,*" %%A in ('reg query "HKLM\SOFTWARE\%~2" /s 2^>nul') do if "%%A"=="REG_SZ" call :try %1 "%%~B"
exit /b 0

:inside
if defined CANDIDATE exit /b 0
if not exist "%~2\" exit /b 0
pushd "%~2"
for /d %%D in (*) do call :try %1 "%%~fD"
popd
exit /b 0

rem Every Java home has a file "release" with its version: reading it is far faster than starting it.
:try
if defined CANDIDATE exit /b 0
if not exist "%~2\bin\%~1.exe" exit /b 0
if not exist "%~2\release" exit /b 0
for /f "usebackq tokens=1,2 delims==" %%K in ("%~2\release") do if "%%K"=="JAVA_VERSION" call :recent "%~2" %%L
exit /b 0

:recent
for /f "tokens=1 delims=.-+" %%M in ("%~2") do if %%M GEQ 25 set "CANDIDATE=%~1"
exit /b 0
